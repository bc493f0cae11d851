import { Cloud } from '../local-cloud/cloud.js';

export async function cloud(_argv: string[]): Promise<number> {
  const running = await Cloud.start();
  for (const [name, value] of Object.entries(running.env)) console.log(`export ${name}=${value}`);
  await new Promise((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve));
  await running.stop();
  return 0;
}
