import * as migration_20261123_094950_initial from './20261123_094950_initial';

export const migrations = [
  {
    up: migration_20261123_094950_initial.up,
    down: migration_20261123_094950_initial.down,
    name: '20261123_094950_initial'
  },
];
