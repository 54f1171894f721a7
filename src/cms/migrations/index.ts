import * as migration_20261123_081715_initial from './20261123_081715_initial';

export const migrations = [
  {
    up: migration_20261123_081715_initial.up,
    down: migration_20261123_081715_initial.down,
    name: '20261123_081715_initial'
  },
];
