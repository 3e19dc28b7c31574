import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { Injectable } from '@nestjs/common';
import { settings } from '@shop/common/settings';

/** Where uploads are kept. */
@Injectable()
export class DiskStore {
  private readonly folder = resolve(settings.uploadFolder);

  async put(key: string, body: Buffer): Promise<void> {
    const path = resolve(this.folder, key);
    if (!path.startsWith(this.folder + sep)) throw new Error(`${key} leads out of the store`);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(`${path}.part`, body);
    await rename(`${path}.part`, path);
  }
}
