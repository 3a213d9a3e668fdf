import { describe, expect, test } from 'vitest'
import { demandSecureLink } from '#server/db/secure-link.ts'

describe('assurance 65: the link to the database', () => {
  test.for([
    'postgres://u:p@localhost:5432/d',
    'postgres://u@127.0.0.1/d',
    'postgres://u@[::1]:5432/d',
    'postgres://u@localhost/d?host=%2Fvar%2Frun%2Fpostgresql',
    'postgres://u:p@db.court.example/d?sslmode=verify-full&sslrootcert=/etc/ca.pem',
  ])('%s is taken', (url) => {
    expect(() => demandSecureLink(url)).not.toThrow()
  })

  test.for([
    'postgres://u:secret@db.court.example/d',
    'postgres://u:secret@10.0.0.5/d?sslmode=require',
    'postgres://u:secret@10.0.0.5/d?sslmode=verify-ca',
    'postgres://u:secret@localhost/d?host=10.0.0.5',
    'postgres://u:secret@localhost/d?host=10.0.0.5&host=/run',
  ])('%s is refused, without the password', (url) => {
    expect(() => demandSecureLink(url)).toThrow(/not verified TLS(?!.*secret)/)
  })
})
