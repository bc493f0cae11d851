/** What is to run. */
export interface DefinitionRequest {
  /** Container → image, put into the task definition. */
  readonly images: Readonly<Record<string, string>>;
  /** The path of a file, or the ARN of a registered one; absent: what the service runs now. */
  readonly taskDefinition?: string | undefined;
}
