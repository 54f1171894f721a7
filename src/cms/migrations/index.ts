import * as migration_20261123_081715_initial from './20261123_081715_initial';
import * as migration_20261123_093855_keep_no_reset_interval from './20261123_093855_keep_no_reset_interval';

export const migrations = [
  {
    up: migration_20261123_081715_initial.up,
    down: migration_20261123_081715_initial.down,
    name: '20261123_081715_initial',
  },
  {
    up: migration_20261123_093855_keep_no_reset_interval.up,
    down: migration_20261123_093855_keep_no_reset_interval.down,
    name: '20261123_093855_keep_no_reset_interval'
  },
];
