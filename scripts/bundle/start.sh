#!/bin/sh
# 销号 xiaohao @VERSION@: `./xiaohao` 启动 starts the program, `./xiaohao --help` 列出其他命令 lists the other commands.
set -eu
home=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
program="$home/program-@ID@"
node="$program/node_modules/node-linux-@CPU@/bin/node"

say() {
  printf '\n错误：%s\nError: %s\n\n' "$1" "$2" >&2
  exit 1
}

[ -d "$program" ] || say "缺少 $program，请重新解压安装包。" "$program is missing: unpack the archive again."
# the first time: whether everything arrived as it was packed
if [ ! -e "$program/.checked" ]; then
  (cd "$program" && sha256sum --quiet --check MANIFEST.sha256) || say "安装包有文件损坏（见上），请重新解压或重新取得安装包。" "files are damaged (see above): unpack the archive again, or get another copy."
  (: >"$program/.checked") 2>/dev/null || true
fi
"$node" --version >/dev/null 2>&1 || say "本机不能运行该程序（需要使用 glibc 的 Linux，@CPU@）。" "this machine cannot run the program: Linux with glibc on @CPU@ is needed."

export XIAOHAO_DATA="${XIAOHAO_DATA:-$home/data}"
if [ -d "$program/fonts" ]; then export XIAOHAO_FONTS="${XIAOHAO_FONTS:-$program/fonts}"; fi
if [ "${1-start}" = start ]; then
  exec "$node" --disable-warning=ExperimentalWarning "$program/src/server/main.ts"
fi
exec "$node" --disable-warning=ExperimentalWarning "$program/bin/xiaohao.mjs" "$@"
