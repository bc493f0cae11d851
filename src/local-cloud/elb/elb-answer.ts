import type { ServerResponse } from 'node:http';

/** Answers that come from the load balancer itself. https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html */

const phrases: Record<number, string> = {
  400: 'Bad Request',
  502: 'Bad Gateway',
  503: 'Service Temporarily Unavailable',
  504: 'Gateway Time-out',
};

export function answerError(res: ServerResponse, status: number): void {
  const title = `${status} ${phrases[status] ?? 'Error'}`;
  const body = `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n</body>\r\n</html>\r\n`;
  answer(res, status, [['Content-Type', 'text/html']], body, phrases[status]);
}

export function answer(
  res: ServerResponse,
  status: number,
  headers: readonly (readonly [string, string])[],
  body: string,
  phrase?: string,
): void {
  const all = ['Server', 'awselb/2.0', 'Content-Length', String(Buffer.byteLength(body)), ...headers.flat()];
  if (phrase === undefined) res.writeHead(status, all);
  else res.writeHead(status, phrase, all);
  res.end(body);
}
