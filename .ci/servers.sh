#!/usr/bin/env bash
# Real PostgreSQL with pgvector and real Redis for the tests of server mode, without docker, without
# root, and without touching the packages of this Debian machine: the .debs of a fixed release, with the
# libc they were built for, are unpacked into a cache and relinked to it.
#
#   .ci/servers.sh start DIR    starts both on free ports, data in DIR, and writes DIR/urls to be sourced:
#                               TEST_DATABASE_URL and TEST_REDIS_URL, and where the programs are for tests that start
#                               their own: TEST_REDIS_SERVER, and the folder TEST_POSTGRES_BIN
#   .ci/servers.sh stop DIR     stops them; DIR can then be removed
set -euo pipefail

POSTGRES_RELEASE=trixie POSTGRES_MAJOR=17 # Debian 12 has no pgvector of its own
REDIS_RELEASE=bookworm                    # Redis 7.0

fail() {
  echo "servers.sh: $*" >&2
  exit 1
}

# PostgreSQL refuses to run as root.
server_user=$(id -un)
if [ "$server_user" = root ]; then
  server_user=nobody
  id postgres >/dev/null 2>&1 && server_user=postgres
fi
as_server_user() {
  if [ "$(id -un)" = root ]; then
    runuser -u "$server_user" -- "$@"
  else
    "$@"
  fi
}

# A folder of ours that the server's user can enter too: root's home is closed to it.
find_cache() {
  local parent folder
  for parent in "${HOME:-/nonexistent}/.cache" "${TMPDIR:-/tmp}" /var/tmp; do
    folder=$parent/shortlist-ci-$(id -u)
    if as_server_user test -x "$parent" && mkdir -p "$folder" 2>/dev/null && [ -O "$folder" ]; then
      echo "$folder"
      return
    fi
  done
  fail 'found no folder for the unpacked servers; set TMPDIR to one that every user can enter'
}

# The mirror that this machine's own package sources name.
find_mirror() {
  { cat /etc/apt/sources.list.d/debian.sources /etc/apt/sources.list 2>/dev/null || true; } |
    sed -nE 's/^URIs: *([^ ]+).*/\1/p; s/^deb +(\[[^]]*\] +)?([^ ]+) .*/\2/p' |
    grep -v security | sed -n 1p
}

# download FOLDER RELEASE PACKAGE...: the packages and all they need, by an apt with a state of its own.
download() {
  local folder=$1 release=$2 mirror
  shift 2
  mirror=$(find_mirror) || fail 'found no Debian mirror in the package sources of this machine'
  mkdir -p "$folder"/{state/lists/partial,cache/archives/partial,etc/preferences.d,etc/sources.list.d}
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $release main" \
    >"$folder/etc/sources.list"
  : >"$folder/status" # nothing counts as installed, so libc comes too
  cat >"$folder/apt.conf" <<CONF
Dir::State "$folder/state"; Dir::State::status "$folder/status"; Dir::Cache "$folder/cache";
Dir::Etc::SourceList "$folder/etc/sources.list"; Dir::Etc::SourceParts "$folder/etc/sources.list.d";
Dir::Etc::Preferences "$folder/etc/preferences"; Dir::Etc::PreferencesParts "$folder/etc/preferences.d";
APT::Sandbox::User "$(id -un)"; APT::Install-Recommends "false"; Debug::NoLocking "true";
Acquire::Retries "3";
CONF
  APT_CONFIG=$folder/apt.conf apt-get update -qq
  APT_CONFIG=$folder/apt.conf apt-get install -y --download-only -qq "$@" patchelf >/dev/null
}

# unpack PREFIX RELEASE PACKAGES PROGRAM...: PREFIX/bin then has the programs (paths in the packages),
# running with the libraries in PREFIX.
unpack() {
  local prefix=$1 release=$2 packages=$3 tree=$1/root deb loader libraries program
  shift 3
  [ -e "$prefix/complete" ] && return
  rm -rf "$prefix"
  # Releases before trixie ship some files under /lib, which is a link on every installed system.
  mkdir -p "$prefix/bin" "$tree"/usr/{lib,lib64}
  ln -s usr/lib "$tree/lib"
  ln -s usr/lib64 "$tree/lib64"
  # shellcheck disable=SC2086 # a list of words
  download "$prefix/apt" "$release" $packages
  for deb in "$prefix"/apt/cache/archives/*.deb; do
    case ${deb##*/} in
      # Installers and compilers that the programs run without; the largest are most of the download.
      perl* | libperl* | python* | libpython* | libllvm* | debconf* | dpkg_* | tar_* | passwd*) continue ;;
    esac
    dpkg --fsys-tarfile "$deb" | tar -x -C "$tree" --no-same-owner --keep-directory-symlink
  done
  rm -rf "$prefix/apt"
  loader=$(compgen -G "$tree/usr/lib/*/ld-linux-*.so.*" | sed -n 1p) || true
  [ -n "$loader" ] || fail "the packages of $release hold no program loader"
  libraries=${loader%/*}
  for program in "$@"; do
    ln -s "$tree$program" "$prefix/bin/${program##*/}"
    program=$(readlink -f "$tree$program") # several names may be links to one file
    "$loader" --library-path "$libraries" "$tree/usr/bin/patchelf" \
      --set-interpreter "$loader" --force-rpath --set-rpath "$libraries" "$program"
  done
  touch "$prefix/complete"
}

free_port() {
  node -e "const s = require('node:net').createServer().listen(0, '127.0.0.1', () => { console.log(s.address().port); s.close(); })"
}

start_postgres() {
  local folder=$1 port=$2 bin=$cache/postgres-$POSTGRES_MAJOR/bin
  unpack "${bin%/bin}" "$POSTGRES_RELEASE" \
    "postgresql-$POSTGRES_MAJOR postgresql-$POSTGRES_MAJOR-pgvector" \
    "/usr/lib/postgresql/$POSTGRES_MAJOR/bin/"{postgres,initdb,pg_ctl}
  mkdir "$folder"
  [ "$(id -un)" != root ] || chown "$server_user" "$folder"
  as_server_user "$bin/initdb" -D "$folder/data" -U postgres -A trust --locale=C.UTF-8 --no-sync >/dev/null
  # The data is thrown away, so nothing waits for the disk. Its LLVM was not unpacked, so it must not want to use it.
  as_server_user "$bin/pg_ctl" -D "$folder/data" -l "$folder/log" -w -s start -o "-p $port \
    -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200 -c jit=off \
    -c fsync=off -c synchronous_commit=off -c full_page_writes=off" ||
    fail "PostgreSQL did not start: $(tail -n 5 "$folder/log")"
}

start_redis() {
  local folder=$1 port=$2 bin=$cache/redis/bin
  unpack "${bin%/bin}" "$REDIS_RELEASE" redis-server /usr/bin/redis-{server,cli}
  mkdir "$folder"
  "$bin/redis-server" --port "$port" --bind 127.0.0.1 --save '' --appendonly no --daemonize yes \
    --dir "$folder" --pidfile "$folder/pid" --logfile "$folder/log" >/dev/null
  for _ in $(seq 50); do
    "$bin/redis-cli" -p "$port" ping >/dev/null 2>&1 && return
    sleep 0.1
  done
  fail "Redis did not start: $(tail -n 5 "$folder/log")"
}

start() {
  local folder=$1 postgres_port redis_port
  command -v dpkg >/dev/null && command -v apt-get >/dev/null ||
    fail 'needs Debian; elsewhere start both servers yourself and set TEST_DATABASE_URL and TEST_REDIS_URL'
  mkdir -p "$folder"
  folder=$(cd "$folder" && pwd)
  cache=$(find_cache)
  cd / # the server's user may not be allowed into the folder we came from
  exec 9>"$cache/lock"
  flock 9 # two runs at once unpack once
  postgres_port=$(free_port)
  start_postgres "$folder/postgres" "$postgres_port" 9>&-
  redis_port=$(free_port)
  start_redis "$folder/redis" "$redis_port" 9>&-
  "$cache/postgres-$POSTGRES_MAJOR/bin/postgres" --version
  "$cache/redis/bin/redis-server" --version
  cat >"$folder/urls" <<URLS
export TEST_DATABASE_URL=postgres://postgres@127.0.0.1:$postgres_port/postgres
export TEST_REDIS_URL=redis://127.0.0.1:$redis_port
export TEST_REDIS_SERVER=$cache/redis/bin/redis-server
export TEST_POSTGRES_BIN=$cache/postgres-$POSTGRES_MAJOR/bin
URLS
}

# end PID_FILE SIGNAL: and wait, so that the folder is quiet when it is removed.
end() {
  local pid
  [ -s "$1" ] || return 0
  pid=$(head -n 1 "$1")
  kill "-$2" "$pid" 2>/dev/null || return 0
  for _ in $(seq 100); do
    kill -0 "$pid" 2>/dev/null || return 0
    sleep 0.1
  done
  kill -KILL "$pid"
}

stop() {
  end "$1/postgres/data/postmaster.pid" QUIT # at once, without tidying the data up
  end "$1/redis/pid" TERM
}

[ $# -eq 2 ] || fail 'usage: servers.sh start|stop DIR'
case $1 in
  start) start "$2" ;;
  stop) stop "$2" ;;
  *) fail 'usage: servers.sh start|stop DIR' ;;
esac
