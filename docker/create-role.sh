#!/bin/sh
# Run once by the PostgreSQL image, on an empty data folder: the role and the database of the application. The role owns its
# database and nothing else; it is no superuser. The password is read from its file by psql, and is in no command line.
set -eu
psql --no-psqlrc --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres <<'SQL'
\set password `cat "${DATABASE_PASSWORD_FILE:-/run/secrets/database_password}"`
CREATE ROLE tandem LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD :'password';
CREATE DATABASE tandem OWNER tandem;
REVOKE ALL ON DATABASE tandem FROM PUBLIC;
SQL
