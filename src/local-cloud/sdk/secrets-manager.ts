/** What the local cloud's Secrets Manager takes of the client: the operations that it answers, and the errors that it throws. */
export {
  CreateSecret$,
  DeleteSecret$,
  DescribeSecret$,
  GetSecretValue$,
  InternalServiceError$,
  InvalidParameterException$,
  InvalidRequestException$,
  PutSecretValue$,
  ResourceExistsException$,
  ResourceNotFoundException$,
  RestoreSecret$,
} from '@aws-sdk/client-secrets-manager';
