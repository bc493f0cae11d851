/** What the local cloud's Application Auto Scaling takes of the client: the operations that it answers, its errors, its enumerations. */
export {
  ConcurrentUpdateException$,
  DeregisterScalableTarget$,
  DescribeScalableTargets$,
  FailedResourceAccessException$,
  InvalidNextTokenException$,
  LimitExceededException$,
  ObjectNotFoundException$,
  RegisterScalableTarget$,
  ResourceNotFoundException$,
  ScalableDimension,
  ServiceNamespace,
  TooManyTagsException$,
  ValidationException$,
} from '@aws-sdk/client-application-auto-scaling';
