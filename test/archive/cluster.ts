import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Security } from './security.js';

/** Where jars lie between runs: outside of version control, as everything that is fetched. */
const place = resolve('test/archive/.opensearch');
/** What a node is made of: other sources, and it is made anew. */
const sources = ['test/archive/pom.xml', 'test/archive/OneNode.java'];
const engine = [join(place, 'classes'), join(place, 'lib', '*')];
/** The security plugin, for nodes that demand a password. */
const plugin = join(place, 'security', '*');
/** Of each node; a laptop has room for three. */
const heap = process.env.ARCHIVE_HEAP ?? '512m';
/** Seconds until a cluster must be there, on a machine with much else to do. */
const patience = 240;

const logging = `rootLogger.level = warn
rootLogger.appenderRef.console.ref = console
appender.console.type = Console
appender.console.name = console
appender.console.layout.type = PatternLayout
appender.console.layout.pattern = [%d{ISO8601}][%p][%c{1}] %m%n
`;

/** Fetches OpenSearch as Maven has it and compiles what starts a node, unless that was done before. */
function prepare(): void {
  const digest = createHash('sha256');
  for (const source of sources) digest.update(readFileSync(source));
  const made = join(place, digest.digest('hex').slice(0, 12));
  if (existsSync(made)) return;
  rmSync(place, { recursive: true, force: true });
  const options = process.env.MAVEN_REPO === undefined ? [] : [`-Dmaven.repo.local=${process.env.MAVEN_REPO}`];
  const [pom, program] = sources as [string, string];
  execFileSync('mvn', ['-q', '-B', '-f', pom, ...options, `-Dplace=${place}`, 'package'], { stdio: 'inherit' });
  const [classes, lib] = engine as [string, string];
  execFileSync('javac', ['-nowarn', '-cp', [lib, plugin].join(delimiter), '-d', classes, program], {
    stdio: 'inherit',
  });
  writeFileSync(made, '');
}

/** A real OpenSearch on this machine: nodes that are processes of their own, reached on loopback, gone with the test. */
export class Cluster {
  private readonly running: (ChildProcess | null)[] = [];

  private constructor(
    private readonly folder: string,
    private readonly ports: readonly number[],
    private readonly transports: readonly number[],
    private readonly security: Security | null,
  ) {}

  /** Resolves when all nodes have found each other. `security`: without TLS and a password they answer nobody. */
  static async start(nodes: number, security: Security | null = null): Promise<Cluster> {
    prepare();
    const ports = await freePorts(2 * nodes);
    const folder = await mkdtemp(join(tmpdir(), 'second-source-opensearch-'));
    const cluster = new Cluster(folder, ports.slice(0, nodes), ports.slice(nodes), security);
    for (let node = 0; node < nodes; node++) cluster.startNode(node);
    try {
      await cluster.isGreen();
    } catch (error) {
      await cluster.stop();
      throw error;
    }
    return cluster;
  }

  /** The addresses of all nodes, as a person would give them. */
  get url(): string {
    return this.ports.map((port) => this.urlOf(port)).join(',');
  }

  private urlOf(port: number): string {
    return `${this.security === null ? 'http' : 'https'}://127.0.0.1:${port}`;
  }

  startNode(node: number): void {
    const home = join(this.folder, `n${node}`);
    for (const part of ['config', 'logs', 'tmp']) mkdirSync(join(home, part), { recursive: true });
    const log = join(home, 'config', 'log4j2.properties');
    writeFileSync(log, logging);
    this.security?.place(join(home, 'config'), join(place, 'security', 'config'));
    const java = [
      '-XX:+UseSerialGC',
      '-XX:TieredStopAtLevel=1',
      '-Djava.security.manager=allow',
      '-Dio.netty.noUnsafe=true',
    ];
    const settings = {
      'path.home': home,
      'path.data': join(home, 'data'),
      'path.logs': join(home, 'logs'),
      'cluster.name': `second-source-${this.ports[0]}`,
      'node.name': `n${node}`,
      'network.host': '127.0.0.1',
      'http.port': this.ports[node],
      'transport.port': this.transports[node],
      'discovery.seed_hosts': this.transports.map((port) => `127.0.0.1:${port}`).join(','),
      'cluster.initial_cluster_manager_nodes': this.ports.map((_, at) => `n${at}`).join(','),
      'cluster.routing.allocation.disk.threshold_enabled': false,
      'action.auto_create_index': false,
      ...(this.security?.settings ?? { 'http.type': 'netty4', 'transport.type': 'netty4' }),
    };
    const output = openSync(join(home, 'logs', 'out'), 'a');
    this.running[node] = spawn(
      'java',
      [
        `-Xms${heap}`,
        `-Xmx${heap}`,
        ...java,
        `-Djava.io.tmpdir=${join(home, 'tmp')}`,
        `-Dlog4j2.configurationFile=${log}`,
        '-Dopensearch.networkaddress.cache.ttl=60',
        '--add-opens=java.base/java.nio=ALL-UNNAMED',
        '-cp',
        [...engine, ...(this.security === null ? [] : [plugin])].join(delimiter),
        'OneNode',
        ...Object.entries(settings).map(([name, value]) => `${name}=${value}`),
      ],
      { stdio: ['ignore', output, output], env: { ...process.env, ...this.security?.env } },
    );
  }

  isRunning(node: number): boolean {
    return this.running[node] != null;
  }

  /** As when its machine loses power. */
  async kill(node: number): Promise<void> {
    const process = this.running[node];
    if (process == null) return;
    this.running[node] = null;
    const ended = new Promise((resolve) => process.once('exit', resolve));
    process.kill('SIGKILL');
    await ended;
  }

  /** Waits until every part of every index has all its copies, and returns who is there. */
  async isGreen(): Promise<void> {
    const end = Date.now() + patience * 1000;
    const wanted = this.running.filter((one) => one !== null).length;
    for (;;) {
      const health = await this.get(`/_cluster/health?wait_for_nodes=${wanted}&wait_for_status=green&timeout=5s`);
      if (health?.timed_out === false) return;
      if (Date.now() > end) throw new Error(`OpenSearch is not there: ${this.lastWords()}`);
      await pause(200);
    }
  }

  /** What a node answers, the first that does. */
  async get(path: string): Promise<Record<string, unknown> | null> {
    for (const [node, port] of this.ports.entries()) {
      if (this.running[node] == null) continue;
      const answer = await this.answer(`${this.urlOf(port)}${path}`).catch(() => null);
      if (answer !== null) return answer;
    }
    return null;
  }

  private answer(url: string): Promise<Record<string, unknown>> {
    const request = this.security === null ? plainRequest : secureRequest;
    return new Promise((resolve, reject) => {
      const asked = request(url, { agent: false, ...this.security?.asAdmin }, (answer) => {
        let said = '';
        answer.setEncoding('utf8').on('data', (part: string) => (said += part));
        answer.on('end', () => {
          try {
            resolve(JSON.parse(said) as Record<string, unknown>);
          } catch (error) {
            reject(error); // a node that has just started says in words that it is not ready
          }
        });
      });
      asked.on('error', reject).end();
    });
  }

  async stop(): Promise<void> {
    await Promise.all(this.ports.map((_, node) => this.kill(node)));
    await rm(this.folder, { recursive: true, force: true });
  }

  private lastWords(): string {
    return this.ports
      .map((_, node) => readFileSync(join(this.folder, `n${node}`, 'logs', 'out'), 'utf8').slice(-2000))
      .join('\n');
  }
}

/** Ports that nobody listens to now. */
async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports = await Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((resolve) =>
          server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port)),
        ),
    ),
  );
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
