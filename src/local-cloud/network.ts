import type { Network } from './contract.js';

export class LoopbackNetwork implements Network {
  private next = 10;
  private readonly published = new Map<string, Map<number, number>>();

  allocate(): string {
    const n = this.next++;
    return `10.0.${(n >> 8) & 255}.${n & 255}`;
  }

  publish(address: string, port: number, realPort: number): void {
    const ports = this.published.get(address) ?? new Map<number, number>();
    ports.set(port, realPort);
    this.published.set(address, ports);
  }

  resolve(address: string, port: number): { host: string; port: number } {
    const real = this.published.get(address)?.get(port);
    return real === undefined ? { host: address, port } : { host: '127.0.0.1', port: real };
  }

  release(address: string): void {
    this.published.delete(address);
  }
}
