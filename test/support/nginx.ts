import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { canInstallPackages, findOnPath, installPackage, type Provided } from './commands.ts'
import { freePort } from './free-port.ts'

/** Finds nginx, or installs Debian's where that needs no password. */
export async function provideNginx(): Promise<Provided> {
  try {
    if (!findOnPath('nginx') && canInstallPackages()) await installPackage('nginx-light')
    const path = findOnPath('nginx', '/usr/sbin/nginx')
    return path ? { path } : { missing: 'no nginx: install one' }
  } catch (error) {
    return { missing: `no nginx: ${(error as Error).message}` }
  }
}

/**
 * An nginx that shares requests among servers on this machine, and asks the next one where one cannot be reached.
 *
 * @param ports where the servers listen
 */
export async function startBalancer(nginx: string, ports: readonly number[]) {
  const folder = await mkdtemp(join(tmpdir(), 'handbill-nginx-'))
  const port = await freePort()
  await writeFile(join(folder, 'nginx.conf'), configuration(port, ports))
  const args = ['-p', folder, '-c', 'nginx.conf', '-e', 'error.log']
  const child = spawn(nginx, args, { stdio: 'ignore' })
  const ended = new Promise((resolve) => child.once('close', resolve))
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      child.kill('SIGKILL')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const configuration = (port: number, ports: readonly number[]) => `
daemon off;
master_process off;
pid nginx.pid;
error_log error.log;
events {}
http {
  access_log off;
  client_body_temp_path body;
  proxy_temp_path proxy;
  fastcgi_temp_path fastcgi;
  uwsgi_temp_path uwsgi;
  scgi_temp_path scgi;
  upstream servers {
${ports.map((one) => `    server 127.0.0.1:${one} max_fails=1 fail_timeout=1s;`).join('\n')}
    keepalive 16;
  }
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://servers;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_next_upstream error timeout http_502 http_503;
    }
  }
}
`
