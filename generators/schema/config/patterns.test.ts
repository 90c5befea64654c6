import { describe, expect, test } from 'vitest';
import { patterns } from './patterns.ts';

/** What each pattern takes and refuses. */
const cases: Readonly<
  Record<keyof typeof patterns, { readonly takes: readonly string[]; readonly refuses: readonly string[] }>
> = {
  gitAddress: {
    takes: [
      'https://github.com/acme/platform',
      'https://git.example.com:8443/a/b.git',
      'https://dev.azure.com/acme/shop/_git/shop',
      'https://10.0.0.5/a',
      'https://gitea/a',
      'https://localhost-tools.example.com/a',
      'https://0.example.com/a',
      'https://github.com/acme/..hidden',
      'ssh://git@github.com/acme/platform.git',
      'ssh://APKA123@git-codecommit.us-west-2.amazonaws.com/v1/repos/x',
      'ssh://github.com:22/acme/platform',
      'git@github.com:acme/platform.git',
      'git@gitlab.example.com:group/sub/x.git',
      'git@ssh.dev.azure.com:v3/acme/shop/shop',
      'git://git.example.com/x',
    ],
    refuses: [
      'https://user:secret@github.com/acme/platform',
      'https://ghp_secret@github.com/acme/platform',
      'ssh://git:secret@github.com/acme/platform',
      'ssh://-oProxyCommand-x/y',
      'ssh://-oProxyCommand-x@host/y',
      'git@-oProxyCommand=x:y',
      'git@-host:y',
      'git@host:-y',
      'git@host:../x',
      'git@host',
      'https://github.com/../x',
      'https://github.com/a/./b',
      'https://../x',
      'https:///x',
      'https://169.254.169.254/latest/meta-data',
      'https://0251.0376.0251.0376/',
      'https://2852039166/x',
      'https://0xA9FEA9FE/x',
      'https://169.254.43518/x',
      'https://127.0.0.1/x',
      'https://localhost:8080/x',
      'https://instance-data/x',
      'https://metadata.google.internal/x',
      'https://github.com/${x}',
      'https://github.com/a b',
      'https://github.com/a\nb',
      'https://github.com/a\n',
      'file:///etc/passwd',
      'ext::sh -c x',
      'http://github.com/x',
    ],
  },
  chartAddress: {
    takes: [
      'https://charts.example.com',
      'https://charts.example.com/a/',
      'oci://registry.example.com/charts',
      'oci://111111111111.dkr.ecr.eu-west-1.amazonaws.com/x',
    ],
    refuses: [
      'oci://../../x',
      'oci://host/../x',
      'oci://user:pw@host/x',
      'http://charts.example.com',
      'oci://169.254.169.254/x',
      'oci://-x/y',
      'oci:///x',
    ],
  },
  mirrorAddress: {
    takes: ['http://charts.example.com:8080/x', 'oci://mirror.example.com/k8s', 'https://10.1.2.3'],
    refuses: ['http://169.254.169.254/x', 'http://a@b/x', 'ftp://host/x', 'http://host/../x'],
  },
  fullReference: {
    takes: [
      'refs/heads/main',
      'refs/tags/v1.2.3',
      'refs/tags/v1.2.3+build.5',
      'refs/heads/release/2026.11',
      'refs/heads/a-b_c',
    ],
    refuses: [
      'refs/heads/../../x',
      'refs/heads/a..b',
      'refs/heads/a//b',
      'refs/heads/a/',
      'refs/heads/.a',
      'refs/heads/a.lock',
      'refs/heads/a.lock/b',
      'refs/heads/a.',
      'refs/heads/-a',
      'refs/heads/a b',
      'refs/heads/a~1',
      'refs/heads/a\n',
      'refs/pull/1/head',
      'main',
      'HEAD',
    ],
  },
  revision: {
    takes: [
      'v1.4.2',
      '1.4.2+build',
      '2026.11',
      'refs/heads/main',
      'refs/tags/v1',
      '0123456789abcdef0123456789abcdef01234567',
    ],
    refuses: ['main', '1..2', '1.2.lock', '1.', 'v1/2', 'refs/heads/../../x', '-1', 'abcdef0', '1 2', '${x}'],
  },
  path: {
    takes: ['.', 'deploy/prod', 'a/b.c/d_e-f', '..hidden', 'deploy/{environment}/{spoke}', 'x-{spoke}'],
    refuses: [
      '..',
      '../x',
      'a/../b',
      'a/./b',
      '/a',
      'a/',
      'a//b',
      '-a',
      '.git',
      '.git/hooks',
      'a/.git',
      '{{.name}}',
      '{region}',
      '{spoke',
      'a/{spoke}/..',
      '${x}',
      '${spoke}',
      'a b',
      'a\n',
      '',
    ],
  },
  image: {
    takes: [
      'nginx:1.27',
      'registry.example.com/ledger:2.1',
      'registry.example.com:5000/a/b__c-d.e:v1',
      `ghcr.io/a/b@sha256:${'0'.repeat(64)}`,
      `ghcr.io/a/b:1@sha256:${'0'.repeat(64)}`,
      '111111111111.dkr.ecr.eu-west-1.amazonaws.com/shop:1',
    ],
    refuses: [
      'a/../../../x:1',
      'nginx',
      'a//b:1',
      'a/:1',
      'A/b:1x/',
      'a:1:2',
      'a b:1',
      'a:${x}',
      'a:',
      'a:-1',
      '169.254.169.254/x:1',
      'https://a/b:1',
      'a/b:1\n',
      `a:${'x'.repeat(129)}`,
    ],
  },
  imageBeginning: {
    takes: ['registry.example.com', 'registry.example.com:5000/', 'docker.io/library/', 'nginx', 'quay.io/acme/shop'],
    refuses: ['', '/', 'https://a', 'a/../b', 'a b', '${x}', 'a:1/b:2'],
  },
  tagKey: {
    takes: ['cost-center', 'team:owner', 'a b', 'Straße', '費用', 'a.b/c=d+e@f_g'],
    refuses: [
      '',
      'R&D',
      'a"b',
      "a'b",
      '${x}',
      'a\nb',
      'a\n',
      'a\tb',
      'a\u00a0b',
      'a\u200bb',
      '🚀',
      'a,b',
      'a;b',
      'a\u0000',
    ],
  },
  tagValue: {
    takes: ['', '4711', 'a b', 'https://example.com/x@1'],
    refuses: ['R&D', '🚀', '{"a": 1}', 'a\nb', '100%', 'a\u2028b'],
  },
};

describe.each(Object.entries(cases))('%s', (name, { takes, refuses }) => {
  const pattern = patterns[name as keyof typeof patterns];

  test.each(takes)('takes %j', (text) => {
    expect(pattern.test(text)).toBe(true);
  });

  test.each(refuses)('refuses %j', (text) => {
    expect(pattern.test(text)).toBe(false);
  });

  test('is quick with a long text', () => {
    for (const text of [
      'a'.repeat(100_000),
      'a-'.repeat(50_000),
      `https://${'a.'.repeat(50_000)}`,
      `${'a/'.repeat(50_000)}!`,
      `refs/heads/${'a/'.repeat(50_000)}!`,
    ]) {
      pattern.test(text);
    }
  }, 5000);
});
