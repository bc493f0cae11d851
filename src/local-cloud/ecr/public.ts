import { randomBytes } from 'node:crypto';
import { AwsError, type CloudService, type Ground } from '../contract.js';
import * as sdk from '../sdk/ecr-public.js';

/** https://docs.aws.amazon.com/AmazonECR/latest/public/public-registry-auth.html */
const lastsMs = 12 * 60 * 60 * 1000;

/** The login of public.ecr.aws, which is in us-east-1 only; the registry itself is not here. https://docs.aws.amazon.com/AmazonECRPublic/latest/APIReference/ */
export function createEcrPublic(ground: Ground): CloudService {
  return {
    id: 'ecr-public',
    sdk,
    wire: { protocol: 'json', version: '1.1', target: 'SpencerFrontendService' },
    signingName: 'ecr-public',
    operations: {
      GetAuthorizationToken: (_input, { region }) => {
        if (region !== 'us-east-1') {
          throw new AwsError(
            'UnsupportedCommandException',
            'GetAuthorizationToken command is only supported in us-east-1.',
          );
        }
        const password = randomBytes(900).toString('base64');
        return {
          authorizationData: {
            authorizationToken: Buffer.from(`AWS:${password}`).toString('base64'),
            expiresAt: new Date(ground.clock.now() + lastsMs),
          },
        };
      },
    },
    stop: async () => {},
  };
}
