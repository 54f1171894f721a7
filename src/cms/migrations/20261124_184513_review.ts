import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`comments\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`of\` text NOT NULL,
  	\`document\` text NOT NULL,
  	\`field\` text,
  	\`text\` text NOT NULL,
  	\`author_id\` text(36),
  	\`resolved\` integer DEFAULT false,
  	\`resolved_by_id\` text(36),
  	\`resolved_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`author_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`resolved_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`comments_author_idx\` ON \`comments\` (\`author_id\`);`)
  await db.run(sql`CREATE INDEX \`comments_resolved_idx\` ON \`comments\` (\`resolved\`);`)
  await db.run(sql`CREATE INDEX \`comments_resolved_by_idx\` ON \`comments\` (\`resolved_by_id\`);`)
  await db.run(sql`CREATE INDEX \`comments_updated_at_idx\` ON \`comments\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`comments_created_at_idx\` ON \`comments\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`document_of_idx\` ON \`comments\` (\`document\`,\`of\`);`)
  await db.run(sql`CREATE TABLE \`history\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`at\` text NOT NULL,
  	\`step\` text NOT NULL,
  	\`of\` text NOT NULL,
  	\`document\` text NOT NULL,
  	\`version\` text,
  	\`title\` text,
  	\`by_id\` text(36),
  	\`by_name\` text,
  	\`comment\` text,
  	FOREIGN KEY (\`by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`history_at_idx\` ON \`history\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`history_by_idx\` ON \`history\` (\`by_id\`);`)
  await db.run(sql`CREATE INDEX \`document_of_at_idx\` ON \`history\` (\`document\`,\`of\`,\`at\`);`)
  await db.run(sql`ALTER TABLE \`campaigns\` ADD \`review_state\` text DEFAULT 'draft';`)
  await db.run(sql`ALTER TABLE \`campaigns\` ADD \`review_assignee_id\` text(36) REFERENCES users(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`campaigns\` ADD \`review_written_by_id\` text(36) REFERENCES users(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`campaigns\` ADD \`review_approved_by_id\` text(36) REFERENCES users(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`CREATE INDEX \`campaigns_review_review_state_idx\` ON \`campaigns\` (\`review_state\`);`)
  await db.run(sql`CREATE INDEX \`campaigns_review_review_assignee_idx\` ON \`campaigns\` (\`review_assignee_id\`);`)
  await db.run(sql`CREATE INDEX \`campaigns_review_review_written_by_idx\` ON \`campaigns\` (\`review_written_by_id\`);`)
  await db.run(sql`CREATE INDEX \`campaigns_review_review_approved_by_idx\` ON \`campaigns\` (\`review_approved_by_id\`);`)
  await db.run(sql`ALTER TABLE \`_campaigns_v\` ADD \`version_review_state\` text DEFAULT 'draft';`)
  await db.run(sql`ALTER TABLE \`_campaigns_v\` ADD \`version_review_assignee_id\` text(36) REFERENCES users(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`_campaigns_v\` ADD \`version_review_written_by_id\` text(36) REFERENCES users(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`_campaigns_v\` ADD \`version_review_approved_by_id\` text(36) REFERENCES users(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`CREATE INDEX \`_campaigns_v_version_review_version_review_state_idx\` ON \`_campaigns_v\` (\`version_review_state\`);`)
  await db.run(sql`CREATE INDEX \`_campaigns_v_version_review_version_review_assignee_idx\` ON \`_campaigns_v\` (\`version_review_assignee_id\`);`)
  await db.run(sql`CREATE INDEX \`_campaigns_v_version_review_version_review_written_by_idx\` ON \`_campaigns_v\` (\`version_review_written_by_id\`);`)
  await db.run(sql`CREATE INDEX \`_campaigns_v_version_review_version_review_approved_by_idx\` ON \`_campaigns_v\` (\`version_review_approved_by_id\`);`)
  await db.run(sql`ALTER TABLE \`claims\` ADD \`published_without_evidence_reason\` text;`)
  await db.run(sql`ALTER TABLE \`claims\` ADD \`published_without_evidence_by_id\` text(36) REFERENCES users(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`claims\` ADD \`published_without_evidence_at\` text;`)
  await db.run(sql`ALTER TABLE \`claims\` ADD \`evidence_lost\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`claims\` ADD \`review_state\` text DEFAULT 'draft';`)
  await db.run(sql`ALTER TABLE \`claims\` ADD \`review_assignee_id\` text(36) REFERENCES users(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`claims\` ADD \`review_written_by_id\` text(36) REFERENCES users(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`claims\` ADD \`review_approved_by_id\` text(36) REFERENCES users(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`CREATE INDEX \`claims_published_without_evidence_published_without_evid_idx\` ON \`claims\` (\`published_without_evidence_by_id\`);`)
  await db.run(sql`CREATE INDEX \`claims_evidence_lost_idx\` ON \`claims\` (\`evidence_lost\`);`)
  await db.run(sql`CREATE INDEX \`claims_review_review_state_idx\` ON \`claims\` (\`review_state\`);`)
  await db.run(sql`CREATE INDEX \`claims_review_review_assignee_idx\` ON \`claims\` (\`review_assignee_id\`);`)
  await db.run(sql`CREATE INDEX \`claims_review_review_written_by_idx\` ON \`claims\` (\`review_written_by_id\`);`)
  await db.run(sql`CREATE INDEX \`claims_review_review_approved_by_idx\` ON \`claims\` (\`review_approved_by_id\`);`)
  await db.run(sql`ALTER TABLE \`_claims_v\` ADD \`version_published_without_evidence_reason\` text;`)
  await db.run(sql`ALTER TABLE \`_claims_v\` ADD \`version_published_without_evidence_by_id\` text(36) REFERENCES users(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`_claims_v\` ADD \`version_published_without_evidence_at\` text;`)
  await db.run(sql`ALTER TABLE \`_claims_v\` ADD \`version_evidence_lost\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`_claims_v\` ADD \`version_review_state\` text DEFAULT 'draft';`)
  await db.run(sql`ALTER TABLE \`_claims_v\` ADD \`version_review_assignee_id\` text(36) REFERENCES users(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`_claims_v\` ADD \`version_review_written_by_id\` text(36) REFERENCES users(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`_claims_v\` ADD \`version_review_approved_by_id\` text(36) REFERENCES users(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`CREATE INDEX \`_claims_v_version_published_without_evidence_version_pub_idx\` ON \`_claims_v\` (\`version_published_without_evidence_by_id\`);`)
  await db.run(sql`CREATE INDEX \`_claims_v_version_version_evidence_lost_idx\` ON \`_claims_v\` (\`version_evidence_lost\`);`)
  await db.run(sql`CREATE INDEX \`_claims_v_version_review_version_review_state_idx\` ON \`_claims_v\` (\`version_review_state\`);`)
  await db.run(sql`CREATE INDEX \`_claims_v_version_review_version_review_assignee_idx\` ON \`_claims_v\` (\`version_review_assignee_id\`);`)
  await db.run(sql`CREATE INDEX \`_claims_v_version_review_version_review_written_by_idx\` ON \`_claims_v\` (\`version_review_written_by_id\`);`)
  await db.run(sql`CREATE INDEX \`_claims_v_version_review_version_review_approved_by_idx\` ON \`_claims_v\` (\`version_review_approved_by_id\`);`)
  await db.run(sql`ALTER TABLE \`demands\` ADD \`review_state\` text DEFAULT 'draft';`)
  await db.run(sql`ALTER TABLE \`demands\` ADD \`review_assignee_id\` text(36) REFERENCES users(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`demands\` ADD \`review_written_by_id\` text(36) REFERENCES users(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`demands\` ADD \`review_approved_by_id\` text(36) REFERENCES users(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`CREATE INDEX \`demands_review_review_state_idx\` ON \`demands\` (\`review_state\`);`)
  await db.run(sql`CREATE INDEX \`demands_review_review_assignee_idx\` ON \`demands\` (\`review_assignee_id\`);`)
  await db.run(sql`CREATE INDEX \`demands_review_review_written_by_idx\` ON \`demands\` (\`review_written_by_id\`);`)
  await db.run(sql`CREATE INDEX \`demands_review_review_approved_by_idx\` ON \`demands\` (\`review_approved_by_id\`);`)
  await db.run(sql`ALTER TABLE \`_demands_v\` ADD \`version_review_state\` text DEFAULT 'draft';`)
  await db.run(sql`ALTER TABLE \`_demands_v\` ADD \`version_review_assignee_id\` text(36) REFERENCES users(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`_demands_v\` ADD \`version_review_written_by_id\` text(36) REFERENCES users(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`_demands_v\` ADD \`version_review_approved_by_id\` text(36) REFERENCES users(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`CREATE INDEX \`_demands_v_version_review_version_review_state_idx\` ON \`_demands_v\` (\`version_review_state\`);`)
  await db.run(sql`CREATE INDEX \`_demands_v_version_review_version_review_assignee_idx\` ON \`_demands_v\` (\`version_review_assignee_id\`);`)
  await db.run(sql`CREATE INDEX \`_demands_v_version_review_version_review_written_by_idx\` ON \`_demands_v\` (\`version_review_written_by_id\`);`)
  await db.run(sql`CREATE INDEX \`_demands_v_version_review_version_review_approved_by_idx\` ON \`_demands_v\` (\`version_review_approved_by_id\`);`)
  await db.run(sql`ALTER TABLE \`resources\` ADD \`review_state\` text DEFAULT 'draft';`)
  await db.run(sql`ALTER TABLE \`resources\` ADD \`review_assignee_id\` text(36) REFERENCES users(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`resources\` ADD \`review_written_by_id\` text(36) REFERENCES users(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`resources\` ADD \`review_approved_by_id\` text(36) REFERENCES users(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`CREATE INDEX \`resources_review_review_state_idx\` ON \`resources\` (\`review_state\`);`)
  await db.run(sql`CREATE INDEX \`resources_review_review_assignee_idx\` ON \`resources\` (\`review_assignee_id\`);`)
  await db.run(sql`CREATE INDEX \`resources_review_review_written_by_idx\` ON \`resources\` (\`review_written_by_id\`);`)
  await db.run(sql`CREATE INDEX \`resources_review_review_approved_by_idx\` ON \`resources\` (\`review_approved_by_id\`);`)
  await db.run(sql`ALTER TABLE \`_resources_v\` ADD \`version_review_state\` text DEFAULT 'draft';`)
  await db.run(sql`ALTER TABLE \`_resources_v\` ADD \`version_review_assignee_id\` text(36) REFERENCES users(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`_resources_v\` ADD \`version_review_written_by_id\` text(36) REFERENCES users(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`_resources_v\` ADD \`version_review_approved_by_id\` text(36) REFERENCES users(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`CREATE INDEX \`_resources_v_version_review_version_review_state_idx\` ON \`_resources_v\` (\`version_review_state\`);`)
  await db.run(sql`CREATE INDEX \`_resources_v_version_review_version_review_assignee_idx\` ON \`_resources_v\` (\`version_review_assignee_id\`);`)
  await db.run(sql`CREATE INDEX \`_resources_v_version_review_version_review_written_by_idx\` ON \`_resources_v\` (\`version_review_written_by_id\`);`)
  await db.run(sql`CREATE INDEX \`_resources_v_version_review_version_review_approved_by_idx\` ON \`_resources_v\` (\`version_review_approved_by_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`comments\`;`)
  await db.run(sql`DROP TABLE \`history\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_campaigns\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`target_name\` text,
  	\`target_kind\` text,
  	\`hashtag\` text,
  	\`call_to_action_url\` text,
  	\`image_id\` text(36),
  	\`slug\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`image_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_campaigns\`("id", "target_name", "target_kind", "hashtag", "call_to_action_url", "image_id", "slug", "updated_at", "created_at", "deleted_at", "_status") SELECT "id", "target_name", "target_kind", "hashtag", "call_to_action_url", "image_id", "slug", "updated_at", "created_at", "deleted_at", "_status" FROM \`campaigns\`;`)
  await db.run(sql`DROP TABLE \`campaigns\`;`)
  await db.run(sql`ALTER TABLE \`__new_campaigns\` RENAME TO \`campaigns\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`campaigns_image_idx\` ON \`campaigns\` (\`image_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`campaigns_slug_idx\` ON \`campaigns\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`campaigns_updated_at_idx\` ON \`campaigns\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`campaigns_created_at_idx\` ON \`campaigns\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`campaigns_deleted_at_idx\` ON \`campaigns\` (\`deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`campaigns__status_idx\` ON \`campaigns\` (\`_status\`);`)
  await db.run(sql`CREATE INDEX \`campaigns_list_idx\` ON \`campaigns\` (\`_status\`,\`deleted_at\`,\`created_at\`,\`id\`);`)
  await db.run(sql`CREATE TABLE \`__new__campaigns_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_target_name\` text,
  	\`version_target_kind\` text,
  	\`version_hashtag\` text,
  	\`version_call_to_action_url\` text,
  	\`version_image_id\` text(36),
  	\`version_slug\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version_deleted_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`snapshot\` integer,
  	\`published_locale\` text,
  	\`latest\` integer,
  	\`autosave\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`campaigns\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_image_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new__campaigns_v\`("id", "parent_id", "version_target_name", "version_target_kind", "version_hashtag", "version_call_to_action_url", "version_image_id", "version_slug", "version_updated_at", "version_created_at", "version_deleted_at", "version__status", "created_at", "updated_at", "snapshot", "published_locale", "latest", "autosave") SELECT "id", "parent_id", "version_target_name", "version_target_kind", "version_hashtag", "version_call_to_action_url", "version_image_id", "version_slug", "version_updated_at", "version_created_at", "version_deleted_at", "version__status", "created_at", "updated_at", "snapshot", "published_locale", "latest", "autosave" FROM \`_campaigns_v\`;`)
  await db.run(sql`DROP TABLE \`_campaigns_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__campaigns_v\` RENAME TO \`_campaigns_v\`;`)
  await db.run(sql`CREATE INDEX \`_campaigns_v_parent_idx\` ON \`_campaigns_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_campaigns_v_version_version_image_idx\` ON \`_campaigns_v\` (\`version_image_id\`);`)
  await db.run(sql`CREATE INDEX \`_campaigns_v_version_version_slug_idx\` ON \`_campaigns_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_campaigns_v_version_version_updated_at_idx\` ON \`_campaigns_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_campaigns_v_version_version_created_at_idx\` ON \`_campaigns_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_campaigns_v_version_version_deleted_at_idx\` ON \`_campaigns_v\` (\`version_deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`_campaigns_v_version_version__status_idx\` ON \`_campaigns_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_campaigns_v_created_at_idx\` ON \`_campaigns_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_campaigns_v_updated_at_idx\` ON \`_campaigns_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_campaigns_v_snapshot_idx\` ON \`_campaigns_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_campaigns_v_published_locale_idx\` ON \`_campaigns_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_campaigns_v_latest_idx\` ON \`_campaigns_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`_campaigns_v_autosave_idx\` ON \`_campaigns_v\` (\`autosave\`);`)
  await db.run(sql`CREATE TABLE \`__new_claims\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`campaign_id\` text(36),
  	\`verification_status\` text DEFAULT 'unverified',
  	\`verification_verified_on\` text,
  	\`verification_verified_by_id\` text(36),
  	\`verification_review_by\` text,
  	\`verification_note\` text,
  	\`slug\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`campaign_id\`) REFERENCES \`campaigns\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`verification_verified_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_claims\`("id", "campaign_id", "verification_status", "verification_verified_on", "verification_verified_by_id", "verification_review_by", "verification_note", "slug", "updated_at", "created_at", "deleted_at", "_status") SELECT "id", "campaign_id", "verification_status", "verification_verified_on", "verification_verified_by_id", "verification_review_by", "verification_note", "slug", "updated_at", "created_at", "deleted_at", "_status" FROM \`claims\`;`)
  await db.run(sql`DROP TABLE \`claims\`;`)
  await db.run(sql`ALTER TABLE \`__new_claims\` RENAME TO \`claims\`;`)
  await db.run(sql`CREATE INDEX \`claims_campaign_idx\` ON \`claims\` (\`campaign_id\`);`)
  await db.run(sql`CREATE INDEX \`claims_verification_verification_verified_by_idx\` ON \`claims\` (\`verification_verified_by_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`claims_slug_idx\` ON \`claims\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`claims_updated_at_idx\` ON \`claims\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`claims_created_at_idx\` ON \`claims\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`claims_deleted_at_idx\` ON \`claims\` (\`deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`claims__status_idx\` ON \`claims\` (\`_status\`);`)
  await db.run(sql`CREATE INDEX \`claims_list_idx\` ON \`claims\` (\`_status\`,\`deleted_at\`,\`created_at\`,\`id\`);`)
  await db.run(sql`CREATE INDEX \`claims_campaign_list_idx\` ON \`claims\` (\`campaign_id\`,\`_status\`,\`deleted_at\`,\`created_at\`,\`id\`);`)
  await db.run(sql`CREATE TABLE \`__new__claims_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_campaign_id\` text(36),
  	\`version_verification_status\` text DEFAULT 'unverified',
  	\`version_verification_verified_on\` text,
  	\`version_verification_verified_by_id\` text(36),
  	\`version_verification_review_by\` text,
  	\`version_verification_note\` text,
  	\`version_slug\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version_deleted_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`snapshot\` integer,
  	\`published_locale\` text,
  	\`latest\` integer,
  	\`autosave\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`claims\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_campaign_id\`) REFERENCES \`campaigns\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_verification_verified_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new__claims_v\`("id", "parent_id", "version_campaign_id", "version_verification_status", "version_verification_verified_on", "version_verification_verified_by_id", "version_verification_review_by", "version_verification_note", "version_slug", "version_updated_at", "version_created_at", "version_deleted_at", "version__status", "created_at", "updated_at", "snapshot", "published_locale", "latest", "autosave") SELECT "id", "parent_id", "version_campaign_id", "version_verification_status", "version_verification_verified_on", "version_verification_verified_by_id", "version_verification_review_by", "version_verification_note", "version_slug", "version_updated_at", "version_created_at", "version_deleted_at", "version__status", "created_at", "updated_at", "snapshot", "published_locale", "latest", "autosave" FROM \`_claims_v\`;`)
  await db.run(sql`DROP TABLE \`_claims_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__claims_v\` RENAME TO \`_claims_v\`;`)
  await db.run(sql`CREATE INDEX \`_claims_v_parent_idx\` ON \`_claims_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_claims_v_version_version_campaign_idx\` ON \`_claims_v\` (\`version_campaign_id\`);`)
  await db.run(sql`CREATE INDEX \`_claims_v_version_verification_version_verification_veri_idx\` ON \`_claims_v\` (\`version_verification_verified_by_id\`);`)
  await db.run(sql`CREATE INDEX \`_claims_v_version_version_slug_idx\` ON \`_claims_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_claims_v_version_version_updated_at_idx\` ON \`_claims_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_claims_v_version_version_created_at_idx\` ON \`_claims_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_claims_v_version_version_deleted_at_idx\` ON \`_claims_v\` (\`version_deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`_claims_v_version_version__status_idx\` ON \`_claims_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_claims_v_created_at_idx\` ON \`_claims_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_claims_v_updated_at_idx\` ON \`_claims_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_claims_v_snapshot_idx\` ON \`_claims_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_claims_v_published_locale_idx\` ON \`_claims_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_claims_v_latest_idx\` ON \`_claims_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`_claims_v_autosave_idx\` ON \`_claims_v\` (\`autosave\`);`)
  await db.run(sql`CREATE TABLE \`__new_demands\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`campaign_id\` text(36),
  	\`addressed_to\` text,
  	\`status\` text DEFAULT 'open',
  	\`slug\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`campaign_id\`) REFERENCES \`campaigns\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_demands\`("id", "campaign_id", "addressed_to", "status", "slug", "updated_at", "created_at", "deleted_at", "_status") SELECT "id", "campaign_id", "addressed_to", "status", "slug", "updated_at", "created_at", "deleted_at", "_status" FROM \`demands\`;`)
  await db.run(sql`DROP TABLE \`demands\`;`)
  await db.run(sql`ALTER TABLE \`__new_demands\` RENAME TO \`demands\`;`)
  await db.run(sql`CREATE INDEX \`demands_campaign_idx\` ON \`demands\` (\`campaign_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`demands_slug_idx\` ON \`demands\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`demands_updated_at_idx\` ON \`demands\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`demands_created_at_idx\` ON \`demands\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`demands_deleted_at_idx\` ON \`demands\` (\`deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`demands__status_idx\` ON \`demands\` (\`_status\`);`)
  await db.run(sql`CREATE INDEX \`demands_list_idx\` ON \`demands\` (\`_status\`,\`deleted_at\`,\`created_at\`,\`id\`);`)
  await db.run(sql`CREATE INDEX \`demands_campaign_list_idx\` ON \`demands\` (\`campaign_id\`,\`_status\`,\`deleted_at\`,\`created_at\`,\`id\`);`)
  await db.run(sql`CREATE TABLE \`__new__demands_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_campaign_id\` text(36),
  	\`version_addressed_to\` text,
  	\`version_status\` text DEFAULT 'open',
  	\`version_slug\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version_deleted_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`snapshot\` integer,
  	\`published_locale\` text,
  	\`latest\` integer,
  	\`autosave\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`demands\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_campaign_id\`) REFERENCES \`campaigns\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new__demands_v\`("id", "parent_id", "version_campaign_id", "version_addressed_to", "version_status", "version_slug", "version_updated_at", "version_created_at", "version_deleted_at", "version__status", "created_at", "updated_at", "snapshot", "published_locale", "latest", "autosave") SELECT "id", "parent_id", "version_campaign_id", "version_addressed_to", "version_status", "version_slug", "version_updated_at", "version_created_at", "version_deleted_at", "version__status", "created_at", "updated_at", "snapshot", "published_locale", "latest", "autosave" FROM \`_demands_v\`;`)
  await db.run(sql`DROP TABLE \`_demands_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__demands_v\` RENAME TO \`_demands_v\`;`)
  await db.run(sql`CREATE INDEX \`_demands_v_parent_idx\` ON \`_demands_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_demands_v_version_version_campaign_idx\` ON \`_demands_v\` (\`version_campaign_id\`);`)
  await db.run(sql`CREATE INDEX \`_demands_v_version_version_slug_idx\` ON \`_demands_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_demands_v_version_version_updated_at_idx\` ON \`_demands_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_demands_v_version_version_created_at_idx\` ON \`_demands_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_demands_v_version_version_deleted_at_idx\` ON \`_demands_v\` (\`version_deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`_demands_v_version_version__status_idx\` ON \`_demands_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_demands_v_created_at_idx\` ON \`_demands_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_demands_v_updated_at_idx\` ON \`_demands_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_demands_v_snapshot_idx\` ON \`_demands_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_demands_v_published_locale_idx\` ON \`_demands_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_demands_v_latest_idx\` ON \`_demands_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`_demands_v_autosave_idx\` ON \`_demands_v\` (\`autosave\`);`)
  await db.run(sql`CREATE TABLE \`__new_resources\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`kind\` text,
  	\`url\` text,
  	\`file_id\` text(36),
  	\`publisher\` text,
  	\`published_on\` text,
  	\`language\` text,
  	\`archived_url\` text,
  	\`link_status\` text,
  	\`link_http_status\` numeric,
  	\`link_checked_at\` text,
  	\`campaign_id\` text(36),
  	\`slug\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`file_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`campaign_id\`) REFERENCES \`campaigns\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_resources\`("id", "kind", "url", "file_id", "publisher", "published_on", "language", "archived_url", "link_status", "link_http_status", "link_checked_at", "campaign_id", "slug", "updated_at", "created_at", "deleted_at", "_status") SELECT "id", "kind", "url", "file_id", "publisher", "published_on", "language", "archived_url", "link_status", "link_http_status", "link_checked_at", "campaign_id", "slug", "updated_at", "created_at", "deleted_at", "_status" FROM \`resources\`;`)
  await db.run(sql`DROP TABLE \`resources\`;`)
  await db.run(sql`ALTER TABLE \`__new_resources\` RENAME TO \`resources\`;`)
  await db.run(sql`CREATE INDEX \`resources_file_idx\` ON \`resources\` (\`file_id\`);`)
  await db.run(sql`CREATE INDEX \`resources_campaign_idx\` ON \`resources\` (\`campaign_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`resources_slug_idx\` ON \`resources\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`resources_updated_at_idx\` ON \`resources\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`resources_created_at_idx\` ON \`resources\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`resources_deleted_at_idx\` ON \`resources\` (\`deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`resources__status_idx\` ON \`resources\` (\`_status\`);`)
  await db.run(sql`CREATE INDEX \`resources_list_idx\` ON \`resources\` (\`_status\`,\`deleted_at\`,\`created_at\`,\`id\`);`)
  await db.run(sql`CREATE INDEX \`resources_campaign_list_idx\` ON \`resources\` (\`campaign_id\`,\`_status\`,\`deleted_at\`,\`created_at\`,\`id\`);`)
  await db.run(sql`CREATE TABLE \`__new__resources_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_kind\` text,
  	\`version_url\` text,
  	\`version_file_id\` text(36),
  	\`version_publisher\` text,
  	\`version_published_on\` text,
  	\`version_language\` text,
  	\`version_archived_url\` text,
  	\`version_link_status\` text,
  	\`version_link_http_status\` numeric,
  	\`version_link_checked_at\` text,
  	\`version_campaign_id\` text(36),
  	\`version_slug\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version_deleted_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`snapshot\` integer,
  	\`published_locale\` text,
  	\`latest\` integer,
  	\`autosave\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`resources\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_file_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_campaign_id\`) REFERENCES \`campaigns\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new__resources_v\`("id", "parent_id", "version_kind", "version_url", "version_file_id", "version_publisher", "version_published_on", "version_language", "version_archived_url", "version_link_status", "version_link_http_status", "version_link_checked_at", "version_campaign_id", "version_slug", "version_updated_at", "version_created_at", "version_deleted_at", "version__status", "created_at", "updated_at", "snapshot", "published_locale", "latest", "autosave") SELECT "id", "parent_id", "version_kind", "version_url", "version_file_id", "version_publisher", "version_published_on", "version_language", "version_archived_url", "version_link_status", "version_link_http_status", "version_link_checked_at", "version_campaign_id", "version_slug", "version_updated_at", "version_created_at", "version_deleted_at", "version__status", "created_at", "updated_at", "snapshot", "published_locale", "latest", "autosave" FROM \`_resources_v\`;`)
  await db.run(sql`DROP TABLE \`_resources_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__resources_v\` RENAME TO \`_resources_v\`;`)
  await db.run(sql`CREATE INDEX \`_resources_v_parent_idx\` ON \`_resources_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_resources_v_version_version_file_idx\` ON \`_resources_v\` (\`version_file_id\`);`)
  await db.run(sql`CREATE INDEX \`_resources_v_version_version_campaign_idx\` ON \`_resources_v\` (\`version_campaign_id\`);`)
  await db.run(sql`CREATE INDEX \`_resources_v_version_version_slug_idx\` ON \`_resources_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_resources_v_version_version_updated_at_idx\` ON \`_resources_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_resources_v_version_version_created_at_idx\` ON \`_resources_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_resources_v_version_version_deleted_at_idx\` ON \`_resources_v\` (\`version_deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`_resources_v_version_version__status_idx\` ON \`_resources_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_resources_v_created_at_idx\` ON \`_resources_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_resources_v_updated_at_idx\` ON \`_resources_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_resources_v_snapshot_idx\` ON \`_resources_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_resources_v_published_locale_idx\` ON \`_resources_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_resources_v_latest_idx\` ON \`_resources_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`_resources_v_autosave_idx\` ON \`_resources_v\` (\`autosave\`);`)
}
