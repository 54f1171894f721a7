import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`webhooks_collections\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`webhooks\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`webhooks_collections_order_idx\` ON \`webhooks_collections\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`webhooks_collections_parent_idx\` ON \`webhooks_collections\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`webhooks_kinds\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`webhooks\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`webhooks_kinds_order_idx\` ON \`webhooks_kinds\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`webhooks_kinds_parent_idx\` ON \`webhooks_kinds\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`webhook_deliveries\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`type\` text NOT NULL,
  	\`webhook_id\` text(36) NOT NULL,
  	\`partner_id\` text(36) NOT NULL,
  	\`state\` text NOT NULL,
  	\`acknowledgement\` text NOT NULL,
  	\`acknowledged_at\` text,
  	\`acknowledged_by\` text,
  	\`document\` text,
  	\`sequence\` numeric,
  	\`at\` text NOT NULL,
  	\`event\` text NOT NULL,
  	\`attempts\` numeric NOT NULL,
  	\`due_at\` text NOT NULL,
  	\`last_attempt_at\` text,
  	\`last_status\` numeric,
  	\`last_error\` text,
  	\`delivered_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`webhook_id\`) REFERENCES \`webhooks\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`partner_id\`) REFERENCES \`partners\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`webhook_deliveries_key_idx\` ON \`webhook_deliveries\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`webhook_deliveries_type_idx\` ON \`webhook_deliveries\` (\`type\`);`)
  await db.run(sql`CREATE INDEX \`webhook_deliveries_webhook_idx\` ON \`webhook_deliveries\` (\`webhook_id\`);`)
  await db.run(sql`CREATE INDEX \`webhook_deliveries_partner_idx\` ON \`webhook_deliveries\` (\`partner_id\`);`)
  await db.run(sql`CREATE INDEX \`webhook_deliveries_acknowledgement_idx\` ON \`webhook_deliveries\` (\`acknowledgement\`);`)
  await db.run(sql`CREATE INDEX \`webhook_deliveries_document_idx\` ON \`webhook_deliveries\` (\`document\`);`)
  await db.run(sql`CREATE INDEX \`webhook_deliveries_updated_at_idx\` ON \`webhook_deliveries\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`webhook_deliveries_created_at_idx\` ON \`webhook_deliveries\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`webhook_state_dueAt_idx\` ON \`webhook_deliveries\` (\`webhook_id\`,\`state\`,\`due_at\`);`)
  await db.run(sql`CREATE INDEX \`webhook_document_state_sequence_idx\` ON \`webhook_deliveries\` (\`webhook_id\`,\`document\`,\`state\`,\`sequence\`);`)
  await db.run(sql`CREATE INDEX \`webhook_at_idx\` ON \`webhook_deliveries\` (\`webhook_id\`,\`at\`);`)
  await db.run(sql`CREATE TABLE \`partner_keys\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`partner_id\` text(36) NOT NULL,
  	\`key_id\` text NOT NULL,
  	\`hash\` text NOT NULL,
  	\`label\` text,
  	\`expires_at\` text,
  	\`revoked_at\` text,
  	\`last_used_on\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`partner_id\`) REFERENCES \`partners\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`partner_keys_partner_idx\` ON \`partner_keys\` (\`partner_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`partner_keys_key_id_idx\` ON \`partner_keys\` (\`key_id\`);`)
  await db.run(sql`CREATE INDEX \`partner_keys_updated_at_idx\` ON \`partner_keys\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`partner_keys_created_at_idx\` ON \`partner_keys\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`usage\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`partner_id\` text(36) NOT NULL,
  	\`day\` text NOT NULL,
  	\`requests\` numeric NOT NULL,
  	\`cached\` numeric NOT NULL,
  	\`throttled\` numeric NOT NULL,
  	FOREIGN KEY (\`partner_id\`) REFERENCES \`partners\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`usage_partner_idx\` ON \`usage\` (\`partner_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`partner_day_idx\` ON \`usage\` (\`partner_id\`,\`day\`);`)
  await db.run(sql`CREATE TABLE \`publications\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`of\` text NOT NULL,
  	\`document\` text NOT NULL,
  	\`revision\` numeric NOT NULL,
  	\`slug\` text,
  	\`kind\` text NOT NULL,
  	\`locales\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`digest\` text,
  	\`content\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`publications_slug_idx\` ON \`publications\` (\`slug\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`document_of_revision_1_idx\` ON \`publications\` (\`document\`,\`of\`,\`revision\`);`)
  await db.run(sql`DROP TABLE \`webhooks_events\`;`)
  await db.run(sql`ALTER TABLE \`webhooks\` ADD \`former_secret\` text;`)
  await db.run(sql`ALTER TABLE \`webhooks\` ADD \`former_secret_until\` text;`)
  await db.run(sql`ALTER TABLE \`webhooks\` ADD \`paused_at\` text;`)
  await db.run(sql`ALTER TABLE \`webhooks\` ADD \`stopped_because\` text;`)
  await db.run(sql`ALTER TABLE \`webhooks\` ADD \`last_attempt_at\` text;`)
  await db.run(sql`ALTER TABLE \`webhooks\` ADD \`last_status\` numeric;`)
  await db.run(sql`ALTER TABLE \`webhooks\` ADD \`last_error\` text;`)
  await db.run(sql`ALTER TABLE \`webhooks\` ADD \`last_success_at\` text;`)
  await db.run(sql`ALTER TABLE \`webhooks\` ADD \`failures\` numeric DEFAULT 0;`)
  await db.run(sql`ALTER TABLE \`webhooks\` ADD \`failing_since\` text;`)
  await db.run(sql`ALTER TABLE \`webhooks\` ADD \`held_until\` text;`)
  await db.run(sql`ALTER TABLE \`webhooks\` DROP COLUMN \`delivery_last_attempt_at\`;`)
  await db.run(sql`ALTER TABLE \`webhooks\` DROP COLUMN \`delivery_last_status\`;`)
  await db.run(sql`ALTER TABLE \`webhooks\` DROP COLUMN \`delivery_failures\`;`)
  await db.run(sql`ALTER TABLE \`payload_jobs\` ADD \`concurrency_key\` text;`)
  await db.run(sql`CREATE INDEX \`payload_jobs_concurrency_key_idx\` ON \`payload_jobs\` (\`concurrency_key\`);`)
  await db.run(sql`ALTER TABLE \`partners\` DROP COLUMN \`enable_a_p_i_key\`;`)
  await db.run(sql`ALTER TABLE \`partners\` DROP COLUMN \`api_key\`;`)
  await db.run(sql`ALTER TABLE \`partners\` DROP COLUMN \`api_key_index\`;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`webhooks_events\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`webhooks\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`webhooks_events_order_idx\` ON \`webhooks_events\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`webhooks_events_parent_idx\` ON \`webhooks_events\` (\`parent_id\`);`)
  await db.run(sql`DROP TABLE \`webhooks_collections\`;`)
  await db.run(sql`DROP TABLE \`webhooks_kinds\`;`)
  await db.run(sql`DROP TABLE \`webhook_deliveries\`;`)
  await db.run(sql`DROP TABLE \`partner_keys\`;`)
  await db.run(sql`DROP TABLE \`usage\`;`)
  await db.run(sql`DROP TABLE \`publications\`;`)
  await db.run(sql`DROP INDEX \`payload_jobs_concurrency_key_idx\`;`)
  await db.run(sql`ALTER TABLE \`payload_jobs\` DROP COLUMN \`concurrency_key\`;`)
  await db.run(sql`ALTER TABLE \`partners\` ADD \`enable_a_p_i_key\` integer;`)
  await db.run(sql`ALTER TABLE \`partners\` ADD \`api_key\` text;`)
  await db.run(sql`ALTER TABLE \`partners\` ADD \`api_key_index\` text;`)
  await db.run(sql`ALTER TABLE \`webhooks\` ADD \`delivery_last_attempt_at\` text;`)
  await db.run(sql`ALTER TABLE \`webhooks\` ADD \`delivery_last_status\` numeric;`)
  await db.run(sql`ALTER TABLE \`webhooks\` ADD \`delivery_failures\` numeric;`)
  await db.run(sql`ALTER TABLE \`webhooks\` DROP COLUMN \`former_secret\`;`)
  await db.run(sql`ALTER TABLE \`webhooks\` DROP COLUMN \`former_secret_until\`;`)
  await db.run(sql`ALTER TABLE \`webhooks\` DROP COLUMN \`paused_at\`;`)
  await db.run(sql`ALTER TABLE \`webhooks\` DROP COLUMN \`stopped_because\`;`)
  await db.run(sql`ALTER TABLE \`webhooks\` DROP COLUMN \`last_attempt_at\`;`)
  await db.run(sql`ALTER TABLE \`webhooks\` DROP COLUMN \`last_status\`;`)
  await db.run(sql`ALTER TABLE \`webhooks\` DROP COLUMN \`last_error\`;`)
  await db.run(sql`ALTER TABLE \`webhooks\` DROP COLUMN \`last_success_at\`;`)
  await db.run(sql`ALTER TABLE \`webhooks\` DROP COLUMN \`failures\`;`)
  await db.run(sql`ALTER TABLE \`webhooks\` DROP COLUMN \`failing_since\`;`)
  await db.run(sql`ALTER TABLE \`webhooks\` DROP COLUMN \`held_until\`;`)
}
