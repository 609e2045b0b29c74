#!/bin/sh
# Makes the passwords that docker-compose.yml mounts, each in a file of its own; one that is there already is kept. Only you may
# enter the folder. The files themselves can be read by the users of the containers, which have other numbers than yours.
set -eu
folder="$(dirname "$0")/secrets"
mkdir -p "$folder"
chmod 700 "$folder"
for name in postgres_password database_password redis_password; do
  [ -s "$folder/$name" ] && continue
  od -An -N24 -tx1 /dev/urandom | tr -d ' \n' > "$folder/$name"
  chmod 644 "$folder/$name"
done
