import * as migration_20261123_094950_initial from './20261123_094950_initial';
import * as migration_20261124_042802_list_indexes from './20261124_042802_list_indexes';

export const migrations = [
  {
    up: migration_20261123_094950_initial.up,
    down: migration_20261123_094950_initial.down,
    name: '20261123_094950_initial',
  },
  {
    up: migration_20261124_042802_list_indexes.up,
    down: migration_20261124_042802_list_indexes.down,
    name: '20261124_042802_list_indexes'
  },
];
