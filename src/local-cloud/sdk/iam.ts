/** What the local cloud's IAM takes of the client: the operations that it answers, and the errors that it throws. */
export {
  AttachmentType,
  AttachRolePolicy$,
  ContextKeyTypeEnum,
  CreatePolicy$,
  CreateRole$,
  EntityAlreadyExistsException$,
  GetRole$,
  GetRolePolicy$,
  InvalidInputException$,
  ListAttachedRolePolicies$,
  ListRolePolicies$,
  MalformedPolicyDocumentException$,
  NoSuchEntityException$,
  PutRolePolicy$,
  ServiceFailureException$,
  SimulatePrincipalPolicy$,
} from '@aws-sdk/client-iam';
