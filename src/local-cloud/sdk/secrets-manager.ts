/** What the local cloud's Secrets Manager takes of the client: the operations that it answers, and the errors that it throws. */
export {
  CreateSecret$,
  DeleteSecret$,
  DescribeSecret$,
  GetResourcePolicy$,
  GetSecretValue$,
  InternalServiceError$,
  InvalidParameterException$,
  InvalidRequestException$,
  MalformedPolicyDocumentException$,
  PutResourcePolicy$,
  PutSecretValue$,
  ResourceExistsException$,
  ResourceNotFoundException$,
  RestoreSecret$,
} from '@aws-sdk/client-secrets-manager';
