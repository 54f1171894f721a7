import * as migration_20261123_094950_initial from './20261123_094950_initial';
import * as migration_20261124_033114_change_log from './20261124_033114_change_log';
import * as migration_20261124_050834_list_indexes from './20261124_050834_list_indexes';
import * as migration_20261124_163410_for_partners from './20261124_163410_for_partners';
import * as migration_20261124_183906_links_media_mail from './20261124_183906_links_media_mail';

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
    up: migration_20261124_163410_for_partners.up,
    down: migration_20261124_163410_for_partners.down,
    name: '20261124_163410_for_partners',
  },
  {
    up: migration_20261124_183906_links_media_mail.up,
    down: migration_20261124_183906_links_media_mail.down,
    name: '20261124_183906_links_media_mail'
  },
];
