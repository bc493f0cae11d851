import { userOf } from '#libs/auth';
import { ask, serve } from '#libs/http';
import { ROUTES } from './routes.js';

/** The way in: who is asking is found out here, and nowhere else. */
const forward = (service, isPublic) => {
  const base = process.env[`${service.toUpperCase().replaceAll('-', '_')}_SERVICE_URL`];
  return async ({ path, method, body, headers, query }) => {
    const userId = isPublic ? undefined : userOf(headers.authorization, process.env.JWT_PUBLIC_KEY ?? '');
    // Whose orders they are is not for the caller to say.
    const asked = new URLSearchParams({ ...query, ...(userId === undefined ? {} : { userId }) });
    const answer = await ask(`${base}${path}?${asked}`, {
      method,
      body,
      headers: userId === undefined ? {} : { 'x-user-id': userId },
    });
    return { status: method === 'POST' ? 201 : 200, body: answer };
  };
};

await serve({
  name: 'api-gateway',
  routes: Object.fromEntries(
    ROUTES.map(({ route, service, isPublic = false }) => {
      const [method, pattern] = route.split(' ');
      const send = forward(service, isPublic);
      const path = (params) => pattern.replaceAll(/:(\w+)/g, (_, name) => encodeURIComponent(params[name]));
      return [route, ({ params, ...request }) => send({ ...request, method, path: path(params) })];
    }),
  ),
});
