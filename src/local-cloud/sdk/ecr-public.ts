/** What the local cloud's ECR Public takes of the client: the operation that it answers, and the errors that it throws. */
export {
  GetAuthorizationToken$,
  InvalidParameterException$,
  ServerException$,
  UnsupportedCommandException$,
} from '@aws-sdk/client-ecr-public';
