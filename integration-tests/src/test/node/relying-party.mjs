// A relying party made with openid-client and nothing else. It reads one order a line from its standard input, each a JSON
// object with `do` and what that needs, and writes one answer a line: {"ok": ...}, or {"error": ...} with what the library
// tells of it.
import * as client from 'openid-client'
import { createInterface } from 'node:readline'

const identity = await client.randomDPoPKeyPair('ES256', { extractable: true })
const binding = await client.randomDPoPKeyPair('ES256')
let config
let pending = {}
let tokens = {}

const orders = {
  /** The public key that this relying party proves itself with. */
  async key() {
    const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', identity.publicKey)
    return { kty, crv, x, y, alg: 'ES256', use: 'sig', kid: 'relying-party' }
  },

  async discover({ issuer, clientId, secret, usesKey }) {
    const proof = usesKey
      ? client.PrivateKeyJwt({ key: identity.privateKey, kid: 'relying-party' })
      : secret
        ? client.ClientSecretPost(secret)
        : client.None()
    const metadata = usesKey ? { token_endpoint_auth_signing_alg: 'ES256' } : undefined
    config = await client.discovery(new URL(issuer), clientId, metadata, proof, {
      execute: [client.allowInsecureRequests],
    })
    tokens = {}
    return config.serverMetadata()
  },

  /** The address of a login; `pushed` sends the request by RFC 9126. */
  async authorize({ parameters, pushed }) {
    pending = {
      pkceCodeVerifier: client.randomPKCECodeVerifier(),
      expectedState: client.randomState(),
      expectedNonce: client.randomNonce(),
    }
    if (parameters.max_age) pending.maxAge = Number(parameters.max_age)
    const request = {
      ...parameters,
      code_challenge: await client.calculatePKCECodeChallenge(pending.pkceCodeVerifier),
      code_challenge_method: 'S256',
      state: pending.expectedState,
      nonce: pending.expectedNonce,
    }
    const url = pushed
      ? await client.buildAuthorizationUrlWithPAR(config, request)
      : client.buildAuthorizationUrl(config, request)
    return { url: url.href }
  },

  /** Checks what the browser brought back, the ID token with it, and redeems the code. */
  async callback({ url }) {
    tokens = await client.authorizationCodeGrant(config, new URL(url), { ...pending, idTokenExpected: true })
    return told()
  },

  async refresh({ parameters }) {
    tokens = await client.refreshTokenGrant(config, tokens.refresh_token, parameters ?? {})
    return told()
  },

  async userInfo() {
    return client.fetchUserInfo(config, tokens.access_token, tokens.claims().sub)
  },

  async resource({ url }) {
    const answer = await client.fetchProtectedResource(config, tokens.access_token, new URL(url), 'GET')
    return { status: answer.status }
  },

  async introspect({ token }) {
    return client.tokenIntrospection(config, token)
  },

  async exchange({ token, scope }) {
    return client.genericGrantRequest(config, 'urn:ietf:params:oauth:grant-type:token-exchange', {
      subject_token: token,
      subject_token_type: 'urn:ietf:params:oauth:token-type:access_token',
      scope,
    })
  },

  /** The token of a service, bound to a key (RFC 9449). */
  async serve({ parameters }) {
    return client.clientCredentialsGrant(config, parameters, { DPoP: client.getDPoPHandle(config, binding) })
  },
}

function told() {
  return { ...tokens, claims: tokens.claims() ?? null, expiresIn: tokens.expiresIn() ?? null }
}

function failure(e) {
  if (e instanceof client.WWWAuthenticateChallengeError) {
    return { name: e.name, status: e.status, challenges: e.cause }
  }
  return { name: e.name, code: e.code, error: e.error, error_description: e.error_description, message: e.message }
}

for await (const line of createInterface({ input: process.stdin })) {
  const order = JSON.parse(line)
  let answer
  try {
    answer = { ok: await orders[order.do](order) }
  } catch (e) {
    answer = { error: failure(e) }
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`)
}
