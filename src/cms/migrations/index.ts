import * as migration_20261123_094950_initial from './20261123_094950_initial';
import * as migration_20261124_033114_change_log from './20261124_033114_change_log';
import * as migration_20261124_050834_list_indexes from './20261124_050834_list_indexes';
import * as migration_20261124_194307_for_partners_and_editors from './20261124_194307_for_partners_and_editors';
import * as migration_20261128_072733_review_mail from './20261128_072733_review_mail';
import * as migration_20261128_075421_file_names from './20261128_075421_file_names';
import * as migration_20261128_084706_idempotency_keys from './20261128_084706_idempotency_keys';
import * as migration_20261130_183407_change_kinds from './20261130_183407_change_kinds';
import * as migration_20261201_004313_lists_by_change from './20261201_004313_lists_by_change';

export const migrations = [
  {
    up: migration_20261123_094950_initial.up,
    down: migration_20261123_094950_initial.down,
    name: '20261123_094950_initial',
  },
  {
    up: migration_20261124_033114_change_log.up,
    down: migration_20261124_033114_change_log.down,
    name: '20261124_033114_change_log',
  },
  {
    up: migration_20261124_050834_list_indexes.up,
    down: migration_20261124_050834_list_indexes.down,
    name: '20261124_050834_list_indexes',
  },
  {
    up: migration_20261124_194307_for_partners_and_editors.up,
    down: migration_20261124_194307_for_partners_and_editors.down,
    name: '20261124_194307_for_partners_and_editors',
  },
  {
    up: migration_20261128_072733_review_mail.up,
    down: migration_20261128_072733_review_mail.down,
    name: '20261128_072733_review_mail',
  },
  {
    up: migration_20261128_075421_file_names.up,
    down: migration_20261128_075421_file_names.down,
    name: '20261128_075421_file_names',
  },
  {
    up: migration_20261128_084706_idempotency_keys.up,
    down: migration_20261128_084706_idempotency_keys.down,
    name: '20261128_084706_idempotency_keys',
  },
  {
    up: migration_20261130_183407_change_kinds.up,
    down: migration_20261130_183407_change_kinds.down,
    name: '20261130_183407_change_kinds',
  },
  {
    up: migration_20261201_004313_lists_by_change.up,
    down: migration_20261201_004313_lists_by_change.down,
    name: '20261201_004313_lists_by_change'
  },
];
