import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { RequestOptions } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Opens the stores of keys, which are gone with the test. */
export const storePassword = 'of-the-test';

interface Person {
  readonly user: string;
  readonly password: string;
}

/** Checks articles. */
export const desk: Person = { user: 'desk', password: 'a-secret-of-the-desk' };
/** Loads the archive. */
export const keeper: Person = { user: 'keeper', password: 'a-secret-of-the-keeper' };
/** The test itself, which looks whether nodes are there. */
const admin: Person = { user: 'admin', password: 'a-secret-of-the-test' };

/** What each may do: the roles are those that the documentation gives to people. */
const roles = [
  ['second_source_ask', desk],
  ['second_source_load', keeper],
  ['all_access', admin],
] as const;

/** In which a node is given a password, of which it keeps a hash. */
const variableOf = ({ user }: Person): string => `PASSWORD_OF_${user.toUpperCase()}`;

const kind = (type: string): string => `_meta: { type: ${type}, config_version: 2 }\n`;

/** The plugin's own files but for these. */
const files: Readonly<Record<string, string>> = {
  'config.yml': `${kind('config')}config:
  dynamic:
    authc:
      basic:
        http_enabled: true
        transport_enabled: true
        order: 0
        http_authenticator: { type: basic, challenge: false }
        authentication_backend: { type: internal }
`,
  'internal_users.yml': `${kind('internalusers')}${roles
    .map(([, person]) => `${person.user}: { hash: '\${envbc.${variableOf(person)}}' }\n`)
    .join('')}`,
  'roles_mapping.yml': `${kind('rolesmapping')}${roles
    .map(([role, { user }]) => `${role}: { users: [${user}] }\n`)
    .join('')}`,
};

/** What OpenSearch's security plugin is told: TLS with an authority of the test's own, and who may do what. */
export class Security {
  private readonly folder = mkdtempSync(join(tmpdir(), 'second-source-security-'));
  /** The key of a machine, with the certificate that the authority gave it; `storePassword` opens it. */
  readonly keys = join(this.folder, 'keys.p12');
  /** The certificate of the authority, as PEM. */
  readonly ca = join(this.folder, 'authority.pem');

  constructor() {
    const made = ['-keyalg', 'EC', '-validity', '2', '-alias'];
    this.keytool('keys', '-genkeypair', ...made, 'authority', '-dname', 'CN=authority', '-ext', 'bc:c');
    const node = ['-dname', 'CN=node', '-ext', 'san=ip:127.0.0.1'];
    this.keytool('keys', '-genkeypair', ...made, 'node', ...node, '-signer', 'authority');
    this.keytool('keys', '-exportcert', '-rfc', '-alias', 'authority', '-file', this.ca);
    this.keytool('keys', '-delete', '-alias', 'authority');
    this.keytool('trusted', '-importcert', '-noprompt', '-alias', 'authority', '-file', this.ca);
  }

  /** Settings of a node, as in opensearch.yml. */
  get settings(): Record<string, string | boolean> {
    const stores = ['http', 'transport'].flatMap((layer) =>
      [
        ['keystore', 'keys.p12'],
        ['truststore', 'trusted.p12'],
      ].flatMap(([store, file]): [string, string][] => {
        const prefix = `plugins.security.ssl.${layer}.${store}_`;
        return [
          [`${prefix}filepath`, file!],
          [`${prefix}type`, 'PKCS12'],
          [`${prefix}password`, storePassword],
        ];
      }),
    );
    return {
      ...Object.fromEntries(stores),
      'plugins.security.ssl.http.enabled': true,
      'plugins.security.nodes_dn': 'CN=node',
      'plugins.security.allow_default_init_securityindex': true,
      'plugins.security.audit.type': 'noop',
    };
  }

  /** The environment of a node. */
  get env(): Record<string, string> {
    return Object.fromEntries(roles.map(([, person]) => [variableOf(person), person.password]));
  }

  /** How the test itself asks. */
  get asAdmin(): RequestOptions {
    return { ca: readFileSync(this.ca), auth: `${admin.user}:${admin.password}` };
  }

  /** Puts what a node is told into its folder. `usual`: the files that come with the plugin. */
  place(config: string, usual: string): void {
    for (const store of ['keys.p12', 'trusted.p12']) cpSync(join(this.folder, store), join(config, store));
    const own = join(config, 'opensearch-security');
    cpSync(usual, own, { recursive: true });
    cpSync('docs/archive/roles.yml', join(own, 'roles.yml'));
    for (const [file, text] of Object.entries(files)) writeFileSync(join(own, file), text);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private keytool(store: 'keys' | 'trusted', ...args: readonly string[]): void {
    const file = ['-storetype', 'PKCS12', '-keystore', join(this.folder, `${store}.p12`), '-storepass', storePassword];
    execFileSync('keytool', [...args, ...file], { stdio: 'ignore' });
  }
}
