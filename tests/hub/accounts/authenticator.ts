/**
 * A passkey authenticator in software: makes a key, registers it and signs with it, as WebAuthn level 3 says browsers do.
 * The little CBOR it needs is written by hand.
 */
import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'

const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest()
const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')

/** CBOR (RFC 8949), as far as an attestation needs it: integers, bytes, texts and maps. */
function cbor(value: number | string | Uint8Array | ReadonlyMap<number | string, unknown>): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value])
  const entries = [...value].flatMap(([key, one]) => [cbor(key), cbor(one as Parameters<typeof cbor>[0])])
  return Buffer.concat([head(5, value.size), ...entries])
}

function head(major: number, length: number): Buffer {
  if (length < 24) return Buffer.from([(major << 5) | length])
  if (length < 256) return Buffer.from([(major << 5) | 24, length])
  return Buffer.from([(major << 5) | 25, length >> 8, length & 255])
}

/** Flags of authenticator data: user present, user verified, attested credential data included. */
const PRESENT_AND_VERIFIED = 0x05
const ATTESTED = 0x40

export function makeAuthenticator(origin: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(32)
  let uses = 0

  const clientData = (type: string, challenge: string, from: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: from, crossOrigin: false }))

  function authenticatorData(flags: number, attested: Buffer = Buffer.alloc(0)): Buffer {
    uses += 1
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(uses)
    return Buffer.concat([sha256(new URL(origin).hostname), Buffer.from([flags]), counter, attested])
  }

  /** What `navigator.credentials.create` gives, as JSON. */
  function register(challenge: string, from = origin) {
    const coseKey = new Map<number, number | Buffer>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, 'base64url')],
      [-3, Buffer.from(y, 'base64url')],
    ])
    const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cbor(coseKey)])
    const authData = authenticatorData(PRESENT_AND_VERIFIED | ATTESTED, attested)
    const attestation = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', authData],
    ])
    return credential({
      clientDataJSON: base64url(clientData('webauthn.create', challenge, from)),
      attestationObject: base64url(cbor(attestation)),
      transports: ['internal'],
    })
  }

  /** What `navigator.credentials.get` gives, as JSON. */
  function authenticate(challenge: string, from = origin) {
    const data = clientData('webauthn.get', challenge, from)
    const authData = authenticatorData(PRESENT_AND_VERIFIED)
    const signature = createSign('sha256')
      .update(Buffer.concat([authData, sha256(data)]))
      .sign(privateKey)
    return credential({
      clientDataJSON: base64url(data),
      authenticatorData: base64url(authData),
      signature: base64url(signature),
      userHandle: null,
    })
  }

  function credential<T>(response: T) {
    const name = base64url(id)
    return { id: name, rawId: name, type: 'public-key', clientExtensionResults: { credProps: { rk: true } }, response }
  }

  return { register, authenticate }
}
