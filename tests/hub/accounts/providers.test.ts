/** The configuration file: what it may say, and the sentence when it says something else. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readConfig } from '../../../src/hub/accounts/providers'

describe('the configuration of a hub', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-config-'))
  const path = join(folder, 'hub.json')
  afterAll(() => rmSync(folder, { recursive: true }))

  const read = (config: unknown) => {
    writeFileSync(path, typeof config === 'string' ? config : JSON.stringify(config))
    return readConfig(path)
  }
  const refused = async (config: unknown) => {
    const answer = await read(config)
    return answer.ok ? null : answer.error
  }
  const entra = {
    id: 'entra',
    label: 'Council account',
    issuer: 'https://login.example.org/tenant/v2.0/',
    clientId: 'c',
    clientSecret: 's',
  }

  it('names providers by their issuer, with the secret beside it or in a file of its own', async () => {
    writeFileSync(join(folder, 'secret'), 'from the file\n')
    const { clientSecret: _, ...rest } = entra
    const config = await read({
      providers: [entra, { ...rest, id: 'nhs', clientSecretFile: 'secret' }],
      logAddresses: true,
    })
    expect(config).toMatchObject({
      ok: true,
      value: {
        logAddresses: true,
        providers: [
          {
            id: 'entra',
            discoveryUrl: 'https://login.example.org/tenant/v2.0/.well-known/openid-configuration',
            clientSecret: 's',
            emailIsVerified: false,
          },
          { id: 'nhs', clientSecret: 'from the file', scopes: ['openid', 'profile', 'email'] },
        ],
      },
    })
  })

  it('is refused in a sentence that names the place and no secret', async () => {
    expect(await refused('{')).toContain('is not JSON')
    expect(await refused({ provider: [] })).toContain('"provider" is not known')
    expect(await refused({ providers: [{ ...entra, clientId: 7 }] })).toContain(
      'providers[0].clientId is missing or not as it should be',
    )
    expect(await refused({ providers: [{ ...entra, discoveryUrl: entra.issuer }] })).toContain(
      'either issuer or discoveryUrl',
    )
    expect(await refused({ providers: [{ ...entra, clientSecretFile: 'secret' }] })).toContain('two client secrets')
    expect(await refused({ providers: [{ ...entra, issuer: 'http://login.example.org' }] })).toContain('https://')
    expect(await refused({ providers: [{ ...entra, id: 'Entra ID' }] })).toContain('providers[0].id')
    expect(await refused({ providers: [entra, entra] })).toContain('the same id')
    const { clientSecret: _, ...rest } = entra
    expect(await refused({ providers: [{ ...rest, clientSecretFile: 'nowhere' }] })).toContain('cannot be read')
    for (const wrong of [
      { ...entra, label: 1 },
      { ...entra, clientSecretFile: 'x' },
    ]) {
      expect(await refused({ providers: [wrong] })).not.toContain('"s"')
    }
  })
})
