#!/bin/sh
# Asks the instances of docker-compose.yml what must hold, after docker compose up --build --wait.
set -eu
cd "$(dirname "$0")/.."

uuid() { cat /proc/sys/kernel/random/uuid; }
say() { printf '%s\n' "$*" >&2; }
# Wissel believes these headers until there is a login.
headers="-H X-Actor:11111111-1111-4111-8111-111111111111 -H X-Role:teamLeader -H Content-Type:application/json"

# Past the proxy: asks one instance, named first.
direct() {
  instance=$1
  path=$2
  shift 2
  # shellcheck disable=SC2086
  docker compose exec -T proxy curl --fail --silent --show-error --max-time 30 \
    -H Host:localhost $headers "http://$instance:3000$path" "$@"
}
# Through the proxy, as everybody does.
through() {
  path=$1
  shift
  # shellcheck disable=SC2086
  curl --fail --silent --show-error --max-time 60 $headers "http://localhost:${WISSEL_PUBLISHED_PORT:-3000}$path" "$@"
}
position() { sed -n 's/.*"position":"\([0-9]*\)".*/\1/p'; }
body='{"on":"2026-09-01","name":"Rook de Test"}'

say 'a command on one instance is read on the other'
staff=$(uuid)
at=$(direct one "/api/staff/$staff/register-staff" -H "Idempotency-Key:$(uuid)" -d "$body" | position)
direct two "/api/staff/$staff?after=$at" | grep -q 'Rook de Test'

say 'one is killed: nobody notices'
docker compose kill one
for _ in 1 2 3 4 5 6 7 8 9 10; do
  staff=$(uuid)
  key=$(uuid)
  at=$(through "/api/staff/$staff/register-staff" -H "Idempotency-Key:$key" -d "$body" | position)
  through "/api/staff/$staff?after=$at" | grep -q 'Rook de Test'
done

say 'it comes back, and has what was written meanwhile'
docker compose up --wait one
direct one "/api/staff/$staff?after=$at" | grep -q 'Rook de Test'
say 'the same command on it again acts once'
direct one "/api/staff/$staff/register-staff" -H "Idempotency-Key:$key" -d "$body" | grep -q '"repeated":true'

say 'Redis is emptied: the service goes on'
docker compose exec -T redis redis-cli flushall
through /health/ready >/dev/null

say 'both hold the same log'
[ "$(docker compose exec -T one wissel events chain)" = "$(docker compose exec -T two wissel events chain)" ]
say 'all of it holds'
