/** What the local cloud's EC2 takes of the client: the operations that it answers. EC2 declares no errors. */
export { DescribeSecurityGroups$, DescribeSubnets$, DescribeVpcs$ } from '@aws-sdk/client-ec2';
