/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html */
export interface CapacityShare {
  readonly capacityProvider: string;
  readonly weight?: number;
  readonly base?: number;
}
