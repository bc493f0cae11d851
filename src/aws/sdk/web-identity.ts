export { fromWebToken } from '@aws-sdk/credential-provider-web-identity';
