/** What the local cloud's STS takes of the client: the operations that it answers, its errors, its enumerations. */
export {
  AssumeRole$,
  AssumeRoleWithWebIdentity$,
  ExpiredTokenException$,
  ExpiredTradeInTokenException$,
  GetCallerIdentity$,
  IDPCommunicationErrorException$,
  IDPRejectedClaimException$,
  InvalidAuthorizationMessageException$,
  InvalidIdentityTokenException$,
  JWTPayloadSizeExceededException$,
  MalformedPolicyDocumentException$,
  OutboundWebIdentityFederationDisabledException$,
  PackedPolicyTooLargeException$,
  RegionDisabledException$,
  SessionDurationEscalationException$,
} from '@aws-sdk/client-sts';
