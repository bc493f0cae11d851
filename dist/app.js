import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
var __webpack_exports__ = {};

;// CONCATENATED MODULE: ./build-stage/local-cloud/app/behaviour.js
// src/local-cloud/app/behaviour.ts
const DEFAULT_HEALTH_PATHS = ['/health', '/healthz', '/actuator/health'];
/** Throws when a variable is set to something that is no number: a typo must not become a default. */
function numberOf(env, name, fallback) {
    const text = env[name];
    if (text === undefined || text === '')
        return fallback;
    const value = Number(text);
    if (!Number.isFinite(value) || value < 0)
        throw new RangeError(`${name} must be a number of at least 0, not "${text}"`);
    return value;
}
function optionalNumberOf(env, name) {
    return env[name] === undefined || env[name] === '' ? undefined : numberOf(env, name, 0);
}
const claimOf = (env, name) => env[name] === 'true' || env[name] === '1';
function behaviourFrom(env) {
    const errorShare = numberOf(env, 'APP_ERROR_SHARE', 0);
    if (errorShare > 1)
        throw new RangeError(`APP_ERROR_SHARE must lie between 0 and 1, not ${errorShare}`);
    const healthPath = env.HEALTH_PATH;
    const logs = env.APP_LOG ?? 'errors';
    if (logs !== 'requests' && logs !== 'errors' && logs !== 'none') {
        throw new RangeError(`APP_LOG must be requests, errors or none, not "${logs}"`);
    }
    return {
        version: env.APP_VERSION || env.SLUICE_IMAGE_VERSION || 'latest',
        latencyMs: numberOf(env, 'APP_LATENCY_MS', 0),
        latencyJitterMs: numberOf(env, 'APP_LATENCY_JITTER_MS', 0),
        errorShare,
        errorStatus: numberOf(env, 'APP_ERROR_STATUS', 500),
        startDelayMs: numberOf(env, 'APP_START_DELAY_MS', 0),
        crashAfterMs: optionalNumberOf(env, 'APP_CRASH_AFTER_MS'),
        crashAfterRequests: optionalNumberOf(env, 'APP_CRASH_AFTER_REQUESTS'),
        crashAtStart: optionalNumberOf(env, 'APP_CRASH_AT_START'),
        crashExitCode: numberOf(env, 'APP_CRASH_EXIT_CODE', 1),
        healthPaths: healthPath ? [healthPath] : DEFAULT_HEALTH_PATHS,
        healthStatus: numberOf(env, 'HEALTH_STATUS', 200),
        healthyAfterMs: numberOf(env, 'APP_HEALTHY_AFTER_MS', 0),
        neverHealthy: claimOf(env, 'APP_NEVER_HEALTHY'),
        memoryMb: numberOf(env, 'APP_MEMORY_MB', 0),
        sigtermExitCode: numberOf(env, 'APP_SIGTERM_EXIT_CODE', 0),
        ignoresSigterm: claimOf(env, 'APP_IGNORE_SIGTERM'),
        logs,
        poolSize: numberOf(env, 'APP_POOL_SIZE', 10),
    };
}
/** The environment's behaviour with a fault over it. */
function withFault(base, fault) {
    const told = Object.entries(fault).filter(([, value]) => value !== undefined && value !== null);
    return { ...base, ...Object.fromEntries(told) };
}
/** A load balancer's probe says so in its user agent; anything else is a health check by its path. */
function isHealthCheck(behaviour, path, userAgent) {
    return behaviour.healthPaths.includes(path) || (userAgent ?? '').startsWith('ELB-HealthChecker/');
}
/**
 * Says of each request whether it fails, so that after n requests the failures differ from share × n by less than one:
 * a rehearsal of "20 % errors" then shows 20 %, not what the dice gave.
 */
class ErrorShare {
    owed;
    constructor(startingAt = Math.random()) {
        this.owed = startingAt;
    }
    fails(share) {
        this.owed += share;
        if (this.owed < 1)
            return false;
        this.owed -= 1;
        return true;
    }
}

;// CONCATENATED MODULE: external "node:http"
const external_node_http_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");
;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
;// CONCATENATED MODULE: ./build-stage/local-cloud/app/metrics.js
// src/local-cloud/app/metrics.ts
/** The app's own metrics in Prometheus' text format, under the names that Micrometer-less HTTP services and HikariCP commonly use. */
class AppMetrics {
    byStatus = new Map();
    buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
    counts = this.buckets.map(() => 0);
    sumSeconds = 0;
    count = 0;
    active = 0;
    observe(status, seconds) {
        this.byStatus.set(status, (this.byStatus.get(status) ?? 0) + 1);
        this.count += 1;
        this.sumSeconds += seconds;
        this.buckets.forEach((limit, index) => {
            if (seconds <= limit)
                this.counts[index] = (this.counts[index] ?? 0) + 1;
        });
    }
    /** https://prometheus.io/docs/instrumenting/exposition_formats/ */
    text(poolSize) {
        const lines = ['# TYPE http_requests_total counter'];
        for (const [status, count] of this.byStatus)
            lines.push(`http_requests_total{status="${status}"} ${count}`);
        lines.push('# TYPE http_request_duration_seconds histogram');
        this.buckets.forEach((limit, index) => {
            lines.push(`http_request_duration_seconds_bucket{le="${limit}"} ${this.counts[index]}`);
        });
        lines.push(`http_request_duration_seconds_bucket{le="+Inf"} ${this.count}`);
        lines.push(`http_request_duration_seconds_sum ${this.sumSeconds}`);
        lines.push(`http_request_duration_seconds_count ${this.count}`);
        lines.push('# TYPE hikaricp_connections_active gauge');
        lines.push(`hikaricp_connections_active{pool="main"} ${Math.min(this.active, poolSize)}`);
        lines.push('# TYPE hikaricp_connections_max gauge');
        lines.push(`hikaricp_connections_max{pool="main"} ${poolSize}`);
        return `${lines.join('\n')}\n`;
    }
}

;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
;// CONCATENATED MODULE: ./build-stage/local-cloud/app/websocket.js
// src/local-cloud/app/websocket.ts

/** RFC 6455, section 1.3. */
const ACCEPT_GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
/** The first whole frame of `bytes`, or undefined when more must arrive (RFC 6455, section 5.2). Fragments are not joined. */
function readFrame(bytes) {
    if (bytes.length < 2)
        return undefined;
    const second = bytes[1];
    const isMasked = (second & 0x80) !== 0;
    let size = second & 0x7f;
    let at = 2;
    if (size === 126) {
        if (bytes.length < 4)
            return undefined;
        size = bytes.readUInt16BE(2);
        at = 4;
    }
    else if (size === 127) {
        if (bytes.length < 10)
            return undefined;
        size = Number(bytes.readBigUInt64BE(2));
        at = 10;
    }
    const mask = isMasked ? bytes.subarray(at, at + 4) : undefined;
    if (isMasked)
        at += 4;
    if (bytes.length < at + size)
        return undefined;
    const payload = Buffer.from(bytes.subarray(at, at + size));
    if (mask)
        for (let i = 0; i < payload.length; i++)
            payload[i] = payload[i] ^ mask[i % 4];
    return { opcode: bytes[0] & 0x0f, payload, length: at + size };
}
/** A frame as a server sends it: final, unmasked. */
function writeFrame(opcode, payload) {
    const head = payload.length < 126
        ? Buffer.from([0x80 | opcode, payload.length])
        : payload.length < 65_536
            ? Buffer.from([0x80 | opcode, 126, payload.length >> 8, payload.length & 255])
            : Buffer.concat([Buffer.from([0x80 | opcode, 127]), bigEndian(payload.length)]);
    return Buffer.concat([head, payload]);
}
function bigEndian(size) {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64BE(BigInt(size));
    return bytes;
}
/** Answers an Upgrade and echoes each text or binary frame, with the app's version before the first. */
function echo(request, socket, head, version) {
    const key = request.headers['sec-websocket-key'];
    if (request.headers.upgrade?.toLowerCase() !== 'websocket' || key === undefined) {
        socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
        return;
    }
    const accept = (0,external_node_crypto_namespaceObject.createHash)('sha1').update(`${key}${ACCEPT_GUID}`).digest('base64');
    socket.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\nx-app-version: ${version}\r\n\r\n`);
    let rest = head;
    const take = (bytes) => {
        rest = Buffer.concat([rest, bytes]);
        for (let frame = readFrame(rest); frame !== undefined; frame = readFrame(rest)) {
            rest = rest.subarray(frame.length);
            if (frame.opcode === 0x8) {
                socket.end(writeFrame(0x8, frame.payload));
                return;
            }
            if (frame.opcode === 0x9)
                socket.write(writeFrame(0xa, frame.payload));
            else if (frame.opcode === 0x1 || frame.opcode === 0x2)
                socket.write(writeFrame(frame.opcode, frame.payload));
        }
    };
    socket.on('data', take);
    socket.on('error', () => socket.destroy());
    if (head.length > 0)
        take(Buffer.alloc(0));
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/app/server.js
// src/local-cloud/app/server.ts





/** The catalogue app's HTTP side. */
class AppServer {
    behaviour;
    task;
    hasWarmedUp;
    crash;
    log;
    metrics = new AppMetrics();
    servers = [];
    upgraded = new Set();
    errors = new ErrorShare();
    requests = 0;
    constructor(behaviour, task, 
    /** Whether health checks may pass already. */
    hasWarmedUp, crash, log) {
        this.behaviour = behaviour;
        this.task = task;
        this.hasWarmedUp = hasWarmedUp;
        this.crash = crash;
        this.log = log;
    }
    /** Listens on `port`, or on a free one where somebody took it meanwhile. Answers the port. */
    listen(port) {
        const server = (0,external_node_http_namespaceObject.createServer)((request, response) => {
            this.answer(request, response).catch((error) => {
                this.log(`request failed: ${error}`);
                response.destroy();
            });
        });
        // A load balancer keeps its connections to targets; Node's default of 5 s would race with it.
        server.keepAliveTimeout = 75_000;
        server.on('upgrade', (request, socket, head) => {
            this.upgraded.add(socket);
            socket.on('close', () => this.upgraded.delete(socket));
            echo(request, socket, head, this.behaviour().version);
        });
        this.servers.push(server);
        return new Promise((resolve, reject) => {
            server.once('error', (error) => {
                if (error.code !== 'EADDRINUSE')
                    return reject(error);
                server.listen(0, '127.0.0.1');
            });
            server.once('listening', () => resolve(server.address().port));
            server.listen(port, '127.0.0.1');
        });
    }
    /** Stops accepting, lets requests in flight finish. */
    async close() {
        for (const socket of this.upgraded)
            socket.end();
        await Promise.all(this.servers.map((server) => new Promise((resolve) => {
            // A kept-alive connection whose last request ends after `close` would otherwise idle until its timeout.
            const sweep = setInterval(() => server.closeIdleConnections(), 20);
            server.close(() => {
                clearInterval(sweep);
                resolve();
            });
            server.closeIdleConnections();
        })));
    }
    async answer(request, response) {
        const began = performance.now();
        const behaviour = this.behaviour();
        const url = new URL(request.url ?? '/', 'http://app');
        response.setHeader('x-app-version', behaviour.version);
        response.setHeader('x-task-id', this.task);
        if (url.pathname === '/metrics') {
            response.setHeader('content-type', 'text/plain; version=0.0.4');
            response.end(this.metrics.text(behaviour.poolSize));
            return;
        }
        if (isHealthCheck(behaviour, url.pathname, request.headers['user-agent'])) {
            this.answerHealth(url.pathname, behaviour, response);
            return;
        }
        this.requests += 1;
        if (behaviour.crashAfterRequests !== undefined && this.requests > behaviour.crashAfterRequests) {
            this.crash(`after ${behaviour.crashAfterRequests} requests`);
            return;
        }
        this.metrics.active += 1;
        response.on('close', () => {
            this.metrics.active -= 1;
            this.metrics.observe(response.statusCode, (performance.now() - began) / 1000);
        });
        request.resume();
        const wait = behaviour.latencyMs + Math.random() * behaviour.latencyJitterMs + slowness(url);
        if (wait > 0)
            await (0,promises_namespaceObject.setTimeout)(wait);
        if (url.pathname === '/stream')
            return this.stream(url, response);
        const fails = this.errors.fails(behaviour.errorShare);
        response.statusCode = fails ? behaviour.errorStatus : 200;
        if (fails ? behaviour.logs !== 'none' : behaviour.logs === 'requests') {
            this.log(`${request.method} ${url.pathname} ${response.statusCode}`);
        }
        response.setHeader('content-type', 'application/json');
        const body = { version: behaviour.version, task: this.task, path: url.pathname };
        response.end(`${JSON.stringify(fails ? { ...body, error: 'injected' } : body)}\n`);
    }
    answerHealth(path, behaviour, response) {
        const isHealthy = !behaviour.neverHealthy && this.hasWarmedUp();
        response.statusCode = isHealthy ? behaviour.healthStatus : 503;
        const isUp = response.statusCode < 400;
        response.setHeader('content-type', 'application/json');
        // Spring Boot Actuator's words: https://docs.spring.io/spring-boot/api/rest/actuator/health.html
        const words = path.startsWith('/actuator/') ? { status: isUp ? 'UP' : 'DOWN' } : { healthy: isUp };
        response.end(`${JSON.stringify({ ...words, version: behaviour.version })}\n`);
    }
    /** `/stream?chunks=5&ms=10`: a chunked answer, a line at a time. */
    async stream(url, response) {
        const chunks = Math.min(Number(url.searchParams.get('chunks') ?? 5), 10_000);
        const pauseMs = Number(url.searchParams.get('ms') ?? 10);
        response.setHeader('content-type', 'text/plain');
        for (let i = 0; i < chunks && !response.destroyed; i++) {
            response.write(`chunk ${i} of ${this.behaviour().version}\n`);
            await (0,promises_namespaceObject.setTimeout)(pauseMs);
        }
        response.end();
    }
}
/** `/slow?ms=250` */
function slowness(url) {
    return url.pathname === '/slow' ? Math.min(Number(url.searchParams.get('ms') ?? 1_000) || 0, 600_000) : 0;
}

;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
;// CONCATENATED MODULE: ./build-stage/local-cloud/app/supervise.js
// src/local-cloud/app/supervise.ts


/**
 * Runs a container's command as the only tenant of this process group and reports how it ended. When the local cloud
 * goes away, however it ends, the IPC channel closes and the whole group is killed: no command outlives its cloud.
 * (A command that leaves the group by `setsid` can; a container could not.)
 */
function supervise(argv) {
    const [command, ...args] = argv;
    if (command === undefined)
        process.exit(64);
    const killGroup = () => process.kill(-process.pid, 'SIGKILL');
    const report = (message) => {
        // As when a container's first process exits: whatever it left behind goes with it.
        if (process.connected)
            process.send?.(message, killGroup);
        else
            killGroup();
    };
    process.on('disconnect', killGroup);
    // Before the command starts: a signal that came in between would end this process and leave the command behind.
    let wanted;
    let forward = (signal) => {
        wanted = signal;
    };
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'])
        process.on(signal, () => forward(signal));
    const child = (0,external_node_child_process_namespaceObject.spawn)(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
    forward = (signal) => void child.kill(signal);
    if (wanted !== undefined)
        forward(wanted);
    child.on('spawn', () => process.send?.({ started: true }));
    child.on('error', (error) => report({ failed: error.code ?? error.message }));
    // 128 + n is how a container runtime reports a process that a signal ended.
    child.on('exit', (code, signal) => report({ exited: code ?? 128 + (signal ? external_node_os_namespaceObject.constants.signals[signal] : 0) }));
}

;// CONCATENATED MODULE: ./build-stage/local-cloud/app/main.js
// src/local-cloud/app/main.ts



/**
 * The program behind every image of the local cloud's catalogue: `node app.js` is a small HTTP service whose behaviour
 * environment variables set, `node app.js supervise -- command…` runs a container's own command.
 * docs/local-cloud-app.md says what each variable does.
 */
const env = process.env;
const speed = Number(env.SLUICE_CLOCK_SPEED ?? 1) || 1;
function runApp() {
    // The cloud holds the other end of this channel. When it is gone, so is the app, even if the cloud was killed.
    if (process.connected)
        process.on('disconnect', () => process.exit(0));
    let base;
    try {
        base = behaviourFrom(env);
    }
    catch (error) {
        console.error(error instanceof Error ? error.message : error);
        process.exit(64);
    }
    let behaviour = base;
    // The container counts as started from here: how long Node itself takes to boot is no property of the app.
    const { crashAtStart } = base;
    const told = () => {
        if (crashAtStart === undefined)
            return;
        console.error(`${base.version}: exiting at start with code ${crashAtStart}`);
        process.exit(crashAtStart);
    };
    if (process.send)
        process.send({ started: true }, told);
    else
        told();
    if (crashAtStart !== undefined)
        return;
    const ballast = [];
    let takenMb = 0;
    /** Takes memory until it is so much, and says so: whoever limits this container looks at once. */
    const take = (memoryMb) => {
        if (memoryMb <= takenMb)
            return;
        ballast.push(Buffer.alloc((memoryMb - takenMb) * 1024 * 1024, 1));
        takenMb = memoryMb;
        process.send?.({ takenMb });
    };
    take(base.memoryMb);
    const crash = (why) => {
        console.error(`${behaviour.version}: crashing ${why} with code ${behaviour.crashExitCode}`);
        process.exit(behaviour.crashExitCode);
    };
    let listeningSince;
    let crashTimer;
    const armCrash = () => {
        clearTimeout(crashTimer);
        const after = behaviour.crashAfterMs;
        if (after !== undefined && listeningSince !== undefined) {
            crashTimer = setTimeout(() => crash(`after ${after} ms`), after / speed);
        }
    };
    const hasWarmedUp = () => listeningSince !== undefined && Date.now() - listeningSince >= behaviour.healthyAfterMs / speed;
    const app = new AppServer(() => behaviour, env.SLUICE_TASK_ID ?? '', hasWarmedUp, crash, (line) => console.log(line));
    process.on('message', (message) => {
        if (message.fault === undefined)
            return;
        behaviour = withFault(base, message.fault);
        take(behaviour.memoryMb);
        armCrash();
    });
    process.on('SIGTERM', () => {
        if (behaviour.ignoresSigterm)
            return;
        console.log(`${behaviour.version}: SIGTERM, finishing requests in flight`);
        app.close().then(() => process.exit(behaviour.sigtermExitCode));
    });
    const listen = async () => {
        // "8080=41234,9090=0": container port = port to listen on.
        const wanted = (env.SLUICE_LISTEN ?? `${env.PORT ?? 0}=${env.PORT ?? 0}`).split(',').map((pair) => pair.split('='));
        const listening = {};
        for (const [containerPort, port] of wanted)
            listening[`${containerPort}`] = await app.listen(Number(port));
        listeningSince = Date.now();
        armCrash();
        console.log(`${behaviour.version}: listening${ballast.length === 0 ? '' : ` with ${takenMb} MB`} on ${JSON.stringify(listening)}`);
        process.send?.({ listening });
    };
    setTimeout(() => {
        listen().catch((error) => crash(`for ${error}`));
    }, base.startDelayMs / speed);
}
if (process.argv[2] === 'supervise')
    supervise(process.argv.slice(process.argv[3] === '--' ? 4 : 3));
else
    runApp();

