/*
 * The types of this API, for clients in TypeScript: put this file beside your code as handbill.d.ts.
 * It is made from the OpenAPI document; see the chapter on clients in the guide.
 */

export interface paths {
    "/api/permalink.schema.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The shape of what permalinks answer to programs, as JSON Schema
         * @description To check answers by or to make types from.
         */
        get: operations["permalinkSchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A page of the campaigns that you may read
         * @description Without `sort` the newest come first. Documents that are equal in what they are sorted by follow by id, so that pages neither repeat nor miss any.
         */
        get: operations["listCampaigns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One document, by its id
         * @description An id stays the same for ever. That of a document which has been withdrawn answers with 410.
         */
        get: operations["campaignById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/slug/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One document, by its name in addresses
         * @description A name that the document had before answers with 308 to the present one, that of a document which has been withdrawn with 410.
         */
        get: operations["campaignBySlug"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many campaigns there are
         * @description Of those that you may read and that meet `where`.
         */
        get: operations["countCampaigns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{slug}/bundle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A whole campaign in one answer
         * @description Sections in order, each claim, demand and resource whole at its place, every text as the editor’s state, as HTML and as plain text. A former slug redirects, that of a withdrawn campaign is 410.
         */
        get: operations["campaignBundle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/bundle.schema.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The shape of a bundle, as JSON Schema
         * @description Of `/api/campaigns/{slug}/bundle`, to check answers by or to make types from.
         */
        get: operations["bundleSchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/revisions/{revision}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A document as it was published once
         * @description With `depth=0&locale=all`, in canonical JSON (RFC 8785). The bytes never change; `Repr-Digest` is of them. Once the document is withdrawn it is 410, and `Handbill-Status: retracted` says that it is retracted now.
         */
        get: operations["campaignsRevision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/timemap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The versions of a document
         * @description As links (RFC 7089), or as JSON by `Accept`; in pages when there are many.
         */
        get: operations["campaignsTimeMap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A page of the claims that you may read
         * @description Without `sort` the newest come first. Documents that are equal in what they are sorted by follow by id, so that pages neither repeat nor miss any.
         */
        get: operations["listClaims"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/claims/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One document, by its id
         * @description An id stays the same for ever. That of a document which has been withdrawn answers with 410.
         */
        get: operations["claimById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/claims/slug/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One document, by its name in addresses
         * @description A name that the document had before answers with 308 to the present one, that of a document which has been withdrawn with 410.
         */
        get: operations["claimBySlug"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/claims/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many claims there are
         * @description Of those that you may read and that meet `where`.
         */
        get: operations["countClaims"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/claims/{id}/revisions/{revision}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A document as it was published once
         * @description With `depth=0&locale=all`, in canonical JSON (RFC 8785). The bytes never change; `Repr-Digest` is of them. Once the document is withdrawn it is 410, and `Handbill-Status: retracted` says that it is retracted now.
         */
        get: operations["claimsRevision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/claims/{id}/timemap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The versions of a document
         * @description As links (RFC 7089), or as JSON by `Accept`; in pages when there are many.
         */
        get: operations["claimsTimeMap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A page of the demands that you may read
         * @description Without `sort` the newest come first. Documents that are equal in what they are sorted by follow by id, so that pages neither repeat nor miss any.
         */
        get: operations["listDemands"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demands/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One document, by its id
         * @description An id stays the same for ever. That of a document which has been withdrawn answers with 410.
         */
        get: operations["demandById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demands/slug/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One document, by its name in addresses
         * @description A name that the document had before answers with 308 to the present one, that of a document which has been withdrawn with 410.
         */
        get: operations["demandBySlug"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demands/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many demands there are
         * @description Of those that you may read and that meet `where`.
         */
        get: operations["countDemands"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demands/{id}/revisions/{revision}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A document as it was published once
         * @description With `depth=0&locale=all`, in canonical JSON (RFC 8785). The bytes never change; `Repr-Digest` is of them. Once the document is withdrawn it is 410, and `Handbill-Status: retracted` says that it is retracted now.
         */
        get: operations["demandsRevision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demands/{id}/timemap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The versions of a document
         * @description As links (RFC 7089), or as JSON by `Accept`; in pages when there are many.
         */
        get: operations["demandsTimeMap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/resources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A page of the resources that you may read
         * @description Without `sort` the newest come first. Documents that are equal in what they are sorted by follow by id, so that pages neither repeat nor miss any.
         */
        get: operations["listResources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/resources/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One document, by its id
         * @description An id stays the same for ever. That of a document which has been withdrawn answers with 410.
         */
        get: operations["resourceById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/resources/slug/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One document, by its name in addresses
         * @description A name that the document had before answers with 308 to the present one, that of a document which has been withdrawn with 410.
         */
        get: operations["resourceBySlug"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/resources/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many resources there are
         * @description Of those that you may read and that meet `where`.
         */
        get: operations["countResources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/resources/{id}/revisions/{revision}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A document as it was published once
         * @description With `depth=0&locale=all`, in canonical JSON (RFC 8785). The bytes never change; `Repr-Digest` is of them. Once the document is withdrawn it is 410, and `Handbill-Status: retracted` says that it is retracted now.
         */
        get: operations["resourcesRevision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/resources/{id}/timemap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The versions of a document
         * @description As links (RFC 7089), or as JSON by `Accept`; in pages when there are many.
         */
        get: operations["resourcesTimeMap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A page of the media that you may read
         * @description Without `sort` the newest come first. Documents that are equal in what they are sorted by follow by id, so that pages neither repeat nor miss any.
         */
        get: operations["listMedia"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One document, by its id
         * @description An id stays the same for ever. That of a document which has been withdrawn answers with 410.
         */
        get: operations["mediaById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many media there are
         * @description Of those that you may read and that meet `where`.
         */
        get: operations["countMedia"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/{id}/revisions/{revision}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A document as it was published once
         * @description With `depth=0&locale=all`, in canonical JSON (RFC 8785). The bytes never change; `Repr-Digest` is of them. Once the document is withdrawn it is 410, and `Handbill-Status: retracted` says that it is retracted now.
         */
        get: operations["mediaRevision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/{id}/timemap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The versions of a document
         * @description As links (RFC 7089), or as JSON by `Accept`; in pages when there are many.
         */
        get: operations["mediaTimeMap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/file/{filename}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An uploaded file
         * @description Where the `url` of a document leads. A part of it can be asked for with `Range`. The address of a file that has been replaced leads to the present one.
         */
        get: operations["mediaFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The page of a document, to link to and to quote; the same as JSON
         * @description JSON on `Accept: application/json` or `format=json`. A former name redirects, that of what was withdrawn is 410 with the reason.
         */
        get: operations["campaignPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{slug}/revisions/{revision}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The page of a document as it was published once
         * @description With what it referred to then, or at the moment that `at` says.
         */
        get: operations["campaignPageRevision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{slug}/timemap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The pages of the versions of a document
         * @description As links (RFC 7089), or as JSON by `Accept`; in pages when there are many.
         */
        get: operations["campaignPageTimeMap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The page of a document, to link to and to quote; the same as JSON
         * @description JSON on `Accept: application/json` or `format=json`. A former name redirects, that of what was withdrawn is 410 with the reason.
         */
        get: operations["claimPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{slug}/revisions/{revision}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The page of a document as it was published once
         * @description With what it referred to then, or at the moment that `at` says.
         */
        get: operations["claimPageRevision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{slug}/timemap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The pages of the versions of a document
         * @description As links (RFC 7089), or as JSON by `Accept`; in pages when there are many.
         */
        get: operations["claimPageTimeMap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/demands/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The page of a document, to link to and to quote; the same as JSON
         * @description JSON on `Accept: application/json` or `format=json`. A former name redirects, that of what was withdrawn is 410 with the reason.
         */
        get: operations["demandPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/demands/{slug}/revisions/{revision}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The page of a document as it was published once
         * @description With what it referred to then, or at the moment that `at` says.
         */
        get: operations["demandPageRevision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/demands/{slug}/timemap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The pages of the versions of a document
         * @description As links (RFC 7089), or as JSON by `Accept`; in pages when there are many.
         */
        get: operations["demandPageTimeMap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/resources/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The page of a document, to link to and to quote; the same as JSON
         * @description JSON on `Accept: application/json` or `format=json`. A former name redirects, that of what was withdrawn is 410 with the reason.
         */
        get: operations["resourcePage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/resources/{slug}/revisions/{revision}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The page of a document as it was published once
         * @description With what it referred to then, or at the moment that `at` says.
         */
        get: operations["resourcePageRevision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/resources/{slug}/timemap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The pages of the versions of a document
         * @description As links (RFC 7089), or as JSON by `Accept`; in pages when there are many.
         */
        get: operations["resourcePageTimeMap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{slug}/cite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How to cite a claim
         * @description In the form that `format` or `Accept` names.
         */
        get: operations["claimCitation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oembed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How to show a link to a page here (oEmbed)
         * @description For programs that are given the address of a page and want to show what is there.
         */
        get: operations["oembed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feeds/{name}.atom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is new in a campaign or a collection, as Atom
         * @description The newest first, fifty at most. A former name redirects.
         */
        get: operations["feedAsAtom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feeds/{name}.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is new in a campaign or a collection, as JSON Feed
         * @description The newest first, fifty at most. A former name redirects.
         */
        get: operations["feedAsJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/embed.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where the script with the web components is, and its hash
         * @description What a page needs to know that shows content by our elements; see the guide.
         */
        get: operations["embed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/handbill-keys.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The keys that static copies are signed with
         * @description A copy’s list is signed with one of them; see the guide.
         */
        get: operations["signingKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/graphql": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A GraphQL query in the address, so that caches can keep its answer
         * @description By the GraphQL-over-HTTP specification; the schema can be asked for.
         */
        get: operations["graphqlGet"];
        put?: never;
        /**
         * A GraphQL query
         * @description By the GraphQL-over-HTTP specification; the schema can be asked for.
         */
        post: operations["graphqlPost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What has changed since a token, or all that is public
         * @description Without `since` a first copy begins. Go on with `next` as long as there is `more`, and later from there.
         */
        get: operations["changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/changes/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What changes, as it happens
         * @description Server-Sent Events: `change` with the same data as in a page and a token for an id; `reset` where a page would be 410. It begins now unless `since` or `Last-Event-ID` says where.
         */
        get: operations["changesStream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/changes/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Which documents of a copy are not what is public
         * @description By digests: what is sent is compared, and what differs is named.
         */
        post: operations["auditChanges"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/partners/me/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How often you have asked, by day
         * @description Of the partner whose key is sent; without a key it is 403.
         */
        get: operations["ownUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that a retraction or a correction has been seen
         * @description With the token that came with the event; editors see who has and who has not.
         */
        post: operations["acknowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    event: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What we send to your address when something changes
         * @description Signed by the Standard Webhooks specification; see the guide.
         */
        post: operations["webhookEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /** @description The whole document, in one language. */
        Campaign: {
            /** @description It stays the same for ever. */
            id: string;
            /** @description What the campaign is called. */
            title: string | null;
            /** @description The campaign in a sentence or two, as plain text. */
            summary: string | null;
            /** @description What the campaign is about, before its sections. */
            body: components["schemas"]["RichText"] | null;
            /** @description The order in which the campaign is told. */
            sections: {
                /** @description What stands over the section. */
                heading: string | null;
                /** @description What the section says before its items. */
                body: components["schemas"]["RichText"] | null;
                /** @description The claims, demands and resources of the section, in the order to show them in. */
                items: ({
                    /**
                     * @description What kind of document it is.
                     * @constant
                     */
                    relationTo: "claims";
                    /** @description Its id, or the document when the depth reaches it. */
                    value: string | components["schemas"]["ClaimPart"];
                } | {
                    /**
                     * @description What kind of document it is.
                     * @constant
                     */
                    relationTo: "demands";
                    /** @description Its id, or the document when the depth reaches it. */
                    value: string | components["schemas"]["DemandPart"];
                } | {
                    /**
                     * @description What kind of document it is.
                     * @constant
                     */
                    relationTo: "resources";
                    /** @description Its id, or the document when the depth reaches it. */
                    value: string | components["schemas"]["ResourcePart"];
                })[];
                /** @description It stays the same for ever. */
                id: string;
            }[];
            /** @description Whom the campaign is addressed to. */
            target: {
                /** @description Its name. */
                name: string | null;
                /**
                 * @description What it is.
                 * @enum {string|null}
                 */
                kind: "company" | "government" | "institution" | "person" | "other" | null;
            };
            /** @description With its #, as people use it. */
            hashtag: string | null;
            /** @description The one thing that a visitor is asked to do. */
            callToAction: {
                /** @description What stands on the button or link. */
                label: string | null;
                /** @description Where it leads. */
                url: string | null;
            };
            /** @description The picture that stands for the campaign. */
            image: string | components["schemas"]["MediaPart"] | null;
            /** @description The name in addresses. Made from the title until first published. */
            slug: string | null;
            /** @description The language that the document is shown in: the one asked for if its heading is in that, else the fallback. */
            contentLocale: string | null;
            /** @description The languages that the document is in. */
            locales: string[];
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updatedAt: string;
            /**
             * Format: date-time
             * @description When it was first saved.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was put into the trash. null of what everybody reads.
             */
            deletedAt: string | null;
            /**
             * @description Whether it is published. What everybody reads is.
             * @enum {string}
             */
            _status: "draft" | "published";
        };
        /** @description The whole document, with `locale=all`: a text has a value for each language. */
        CampaignInAllLanguages: {
            /** @description It stays the same for ever. */
            id: string;
            /** @description What the campaign is called. */
            title: {
                /** @description In the language en. */
                en: string | null;
                /** @description In the language es. */
                es: string | null;
            };
            /** @description The campaign in a sentence or two, as plain text. */
            summary: {
                /** @description In the language en. */
                en: string | null;
                /** @description In the language es. */
                es: string | null;
            };
            /** @description What the campaign is about, before its sections. */
            body: {
                /** @description In the language en. */
                en: components["schemas"]["RichText"] | null;
                /** @description In the language es. */
                es: components["schemas"]["RichText"] | null;
            };
            /** @description The order in which the campaign is told. */
            sections: {
                /** @description What stands over the section. */
                heading: {
                    /** @description In the language en. */
                    en: string | null;
                    /** @description In the language es. */
                    es: string | null;
                };
                /** @description What the section says before its items. */
                body: {
                    /** @description In the language en. */
                    en: components["schemas"]["RichText"] | null;
                    /** @description In the language es. */
                    es: components["schemas"]["RichText"] | null;
                };
                /** @description The claims, demands and resources of the section, in the order to show them in. */
                items: ({
                    /**
                     * @description What kind of document it is.
                     * @constant
                     */
                    relationTo: "claims";
                    /** @description Its id, or the document when the depth reaches it. */
                    value: string | components["schemas"]["ClaimPartInAllLanguages"];
                } | {
                    /**
                     * @description What kind of document it is.
                     * @constant
                     */
                    relationTo: "demands";
                    /** @description Its id, or the document when the depth reaches it. */
                    value: string | components["schemas"]["DemandPartInAllLanguages"];
                } | {
                    /**
                     * @description What kind of document it is.
                     * @constant
                     */
                    relationTo: "resources";
                    /** @description Its id, or the document when the depth reaches it. */
                    value: string | components["schemas"]["ResourcePartInAllLanguages"];
                })[];
                /** @description It stays the same for ever. */
                id: string;
            }[];
            /** @description Whom the campaign is addressed to. */
            target: {
                /** @description Its name. */
                name: string | null;
                /**
                 * @description What it is.
                 * @enum {string|null}
                 */
                kind: "company" | "government" | "institution" | "person" | "other" | null;
            };
            /** @description With its #, as people use it. */
            hashtag: string | null;
            /** @description The one thing that a visitor is asked to do. */
            callToAction: {
                /** @description What stands on the button or link. */
                label: {
                    /** @description In the language en. */
                    en: string | null;
                    /** @description In the language es. */
                    es: string | null;
                };
                /** @description Where it leads. */
                url: string | null;
            };
            /** @description The picture that stands for the campaign. */
            image: string | components["schemas"]["MediaPart"] | null;
            /** @description The name in addresses. Made from the title until first published. */
            slug: string | null;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updatedAt: string;
            /**
             * Format: date-time
             * @description When it was first saved.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was put into the trash. null of what everybody reads.
             */
            deletedAt: string | null;
            /**
             * @description Whether it is published. What everybody reads is.
             * @enum {string}
             */
            _status: "draft" | "published";
        };
        /** @description Some of the fields: those that `select` asked for, or what is shown of a related document, in one language. */
        CampaignPart: {
            /** @description It stays the same for ever. */
            id: string;
            /** @description What the campaign is called. */
            title?: string | null;
            /** @description The campaign in a sentence or two, as plain text. */
            summary?: string | null;
            /** @description What the campaign is about, before its sections. */
            body?: components["schemas"]["RichText"] | null;
            /** @description The order in which the campaign is told. */
            sections?: {
                /** @description What stands over the section. */
                heading?: string | null;
                /** @description What the section says before its items. */
                body?: components["schemas"]["RichText"] | null;
                /** @description The claims, demands and resources of the section, in the order to show them in. */
                items?: ({
                    /**
                     * @description What kind of document it is.
                     * @constant
                     */
                    relationTo: "claims";
                    /** @description Its id, or the document when the depth reaches it. */
                    value: string | components["schemas"]["ClaimPart"];
                } | {
                    /**
                     * @description What kind of document it is.
                     * @constant
                     */
                    relationTo: "demands";
                    /** @description Its id, or the document when the depth reaches it. */
                    value: string | components["schemas"]["DemandPart"];
                } | {
                    /**
                     * @description What kind of document it is.
                     * @constant
                     */
                    relationTo: "resources";
                    /** @description Its id, or the document when the depth reaches it. */
                    value: string | components["schemas"]["ResourcePart"];
                })[];
                /** @description It stays the same for ever. */
                id?: string;
            }[];
            /** @description Whom the campaign is addressed to. */
            target?: {
                /** @description Its name. */
                name?: string | null;
                /**
                 * @description What it is.
                 * @enum {string|null}
                 */
                kind?: "company" | "government" | "institution" | "person" | "other" | null;
            };
            /** @description With its #, as people use it. */
            hashtag?: string | null;
            /** @description The one thing that a visitor is asked to do. */
            callToAction?: {
                /** @description What stands on the button or link. */
                label?: string | null;
                /** @description Where it leads. */
                url?: string | null;
            };
            /** @description The picture that stands for the campaign. */
            image?: string | components["schemas"]["MediaPart"] | null;
            /** @description The name in addresses. Made from the title until first published. */
            slug?: string | null;
            /** @description The language that the document is shown in: the one asked for if its heading is in that, else the fallback. */
            contentLocale?: string | null;
            /** @description The languages that the document is in. */
            locales?: string[];
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updatedAt?: string;
            /**
             * Format: date-time
             * @description When it was first saved.
             */
            createdAt?: string;
            /**
             * Format: date-time
             * @description When it was put into the trash. null of what everybody reads.
             */
            deletedAt?: string | null;
            /**
             * @description Whether it is published. What everybody reads is.
             * @enum {string}
             */
            _status?: "draft" | "published";
        };
        /** @description Some of the fields: those that `select` asked for, or what is shown of a related document, with `locale=all`: a text has a value for each language. */
        CampaignPartInAllLanguages: {
            /** @description It stays the same for ever. */
            id: string;
            /** @description What the campaign is called. */
            title?: {
                /** @description In the language en. */
                en: string | null;
                /** @description In the language es. */
                es: string | null;
            };
            /** @description The campaign in a sentence or two, as plain text. */
            summary?: {
                /** @description In the language en. */
                en: string | null;
                /** @description In the language es. */
                es: string | null;
            };
            /** @description What the campaign is about, before its sections. */
            body?: {
                /** @description In the language en. */
                en: components["schemas"]["RichText"] | null;
                /** @description In the language es. */
                es: components["schemas"]["RichText"] | null;
            };
            /** @description The order in which the campaign is told. */
            sections?: {
                /** @description What stands over the section. */
                heading?: {
                    /** @description In the language en. */
                    en: string | null;
                    /** @description In the language es. */
                    es: string | null;
                };
                /** @description What the section says before its items. */
                body?: {
                    /** @description In the language en. */
                    en: components["schemas"]["RichText"] | null;
                    /** @description In the language es. */
                    es: components["schemas"]["RichText"] | null;
                };
                /** @description The claims, demands and resources of the section, in the order to show them in. */
                items?: ({
                    /**
                     * @description What kind of document it is.
                     * @constant
                     */
                    relationTo: "claims";
                    /** @description Its id, or the document when the depth reaches it. */
                    value: string | components["schemas"]["ClaimPartInAllLanguages"];
                } | {
                    /**
                     * @description What kind of document it is.
                     * @constant
                     */
                    relationTo: "demands";
                    /** @description Its id, or the document when the depth reaches it. */
                    value: string | components["schemas"]["DemandPartInAllLanguages"];
                } | {
                    /**
                     * @description What kind of document it is.
                     * @constant
                     */
                    relationTo: "resources";
                    /** @description Its id, or the document when the depth reaches it. */
                    value: string | components["schemas"]["ResourcePartInAllLanguages"];
                })[];
                /** @description It stays the same for ever. */
                id?: string;
            }[];
            /** @description Whom the campaign is addressed to. */
            target?: {
                /** @description Its name. */
                name?: string | null;
                /**
                 * @description What it is.
                 * @enum {string|null}
                 */
                kind?: "company" | "government" | "institution" | "person" | "other" | null;
            };
            /** @description With its #, as people use it. */
            hashtag?: string | null;
            /** @description The one thing that a visitor is asked to do. */
            callToAction?: {
                /** @description What stands on the button or link. */
                label?: {
                    /** @description In the language en. */
                    en: string | null;
                    /** @description In the language es. */
                    es: string | null;
                };
                /** @description Where it leads. */
                url?: string | null;
            };
            /** @description The picture that stands for the campaign. */
            image?: string | components["schemas"]["MediaPart"] | null;
            /** @description The name in addresses. Made from the title until first published. */
            slug?: string | null;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updatedAt?: string;
            /**
             * Format: date-time
             * @description When it was first saved.
             */
            createdAt?: string;
            /**
             * Format: date-time
             * @description When it was put into the trash. null of what everybody reads.
             */
            deletedAt?: string | null;
            /**
             * @description Whether it is published. What everybody reads is.
             * @enum {string}
             */
            _status?: "draft" | "published";
        };
        /** @description What it is depends on `select` and on `locale`. */
        AnyCampaign: components["schemas"]["Campaign"] | components["schemas"]["CampaignInAllLanguages"] | components["schemas"]["CampaignPart"] | components["schemas"]["CampaignPartInAllLanguages"];
        /** @description What a document must meet, all of it. Each key is a path in the document. */
        CampaignWhere: {
            id?: components["schemas"]["IdFilter"];
            title?: components["schemas"]["TextFilter"];
            summary?: components["schemas"]["TextFilter"];
            body?: components["schemas"]["ExistsFilter"];
            "sections.heading"?: components["schemas"]["ListedTextFilter"];
            "sections.body"?: components["schemas"]["ExistsFilter"];
            "sections.items.value"?: components["schemas"]["ListedIdFilter"];
            "sections.id"?: components["schemas"]["ListedTextFilter"];
            "target.name"?: components["schemas"]["TextFilter"];
            "target.kind"?: {
                /**
                 * @description Is this.
                 * @enum {string}
                 */
                equals?: "company" | "government" | "institution" | "person" | "other";
                /**
                 * @description Is not this.
                 * @enum {string}
                 */
                not_equals?: "company" | "government" | "institution" | "person" | "other";
                /** @description Is one of these. */
                in?: ("company" | "government" | "institution" | "person" | "other")[];
                /** @description Is none of these. */
                not_in?: ("company" | "government" | "institution" | "person" | "other")[];
                /** @description Is filled in. */
                exists?: boolean;
            };
            hashtag?: components["schemas"]["TextFilter"];
            "callToAction.label"?: components["schemas"]["TextFilter"];
            "callToAction.url"?: components["schemas"]["TextFilter"];
            image?: components["schemas"]["IdFilter"];
            "image.alt"?: components["schemas"]["TextFilter"];
            "image.credit"?: components["schemas"]["TextFilter"];
            "image.license"?: components["schemas"]["TextFilter"];
            "image.updatedAt"?: components["schemas"]["DateFilter"];
            "image.createdAt"?: components["schemas"]["DateFilter"];
            "image.url"?: components["schemas"]["TextFilter"];
            "image.thumbnailURL"?: components["schemas"]["TextFilter"];
            "image.filename"?: components["schemas"]["TextFilter"];
            "image.mimeType"?: components["schemas"]["TextFilter"];
            "image.filesize"?: components["schemas"]["NumberFilter"];
            "image.width"?: components["schemas"]["NumberFilter"];
            "image.height"?: components["schemas"]["NumberFilter"];
            "image.focalX"?: components["schemas"]["NumberFilter"];
            "image.focalY"?: components["schemas"]["NumberFilter"];
            "image.sizes.small.url"?: components["schemas"]["TextFilter"];
            "image.sizes.small.width"?: components["schemas"]["NumberFilter"];
            "image.sizes.small.height"?: components["schemas"]["NumberFilter"];
            "image.sizes.small.mimeType"?: components["schemas"]["TextFilter"];
            "image.sizes.small.filesize"?: components["schemas"]["NumberFilter"];
            "image.sizes.small.filename"?: components["schemas"]["TextFilter"];
            "image.sizes.medium.url"?: components["schemas"]["TextFilter"];
            "image.sizes.medium.width"?: components["schemas"]["NumberFilter"];
            "image.sizes.medium.height"?: components["schemas"]["NumberFilter"];
            "image.sizes.medium.mimeType"?: components["schemas"]["TextFilter"];
            "image.sizes.medium.filesize"?: components["schemas"]["NumberFilter"];
            "image.sizes.medium.filename"?: components["schemas"]["TextFilter"];
            slug?: components["schemas"]["TextFilter"];
            updatedAt?: components["schemas"]["DateFilter"];
            createdAt?: components["schemas"]["DateFilter"];
            deletedAt?: components["schemas"]["DateFilter"];
            _status?: {
                /**
                 * @description Is this.
                 * @enum {string}
                 */
                equals?: "draft" | "published";
                /**
                 * @description Is not this.
                 * @enum {string}
                 */
                not_equals?: "draft" | "published";
                /** @description Is one of these. */
                in?: ("draft" | "published")[];
                /** @description Is none of these. */
                not_in?: ("draft" | "published")[];
                /** @description Is filled in. */
                exists?: boolean;
            };
            /** @description All of these must be met. */
            and?: components["schemas"]["CampaignWhere"][];
            /** @description One of these must be met. */
            or?: components["schemas"]["CampaignWhere"][];
        };
        CampaignSelect: {
            id?: boolean;
            title?: boolean;
            summary?: boolean;
            body?: boolean;
            sections?: boolean | {
                id?: boolean;
                heading?: boolean;
                body?: boolean;
                items?: boolean;
            };
            target?: boolean | {
                id?: boolean;
                name?: boolean;
                kind?: boolean;
            };
            hashtag?: boolean;
            callToAction?: boolean | {
                id?: boolean;
                label?: boolean;
                url?: boolean;
            };
            image?: boolean;
            slug?: boolean;
            contentLocale?: boolean;
            locales?: boolean;
            updatedAt?: boolean;
            createdAt?: boolean;
            deletedAt?: boolean;
            _status?: boolean;
        };
        CampaignPage: {
            /** @description The documents of this page. */
            docs: components["schemas"]["AnyCampaign"][];
            /** @description How many there are on all pages. */
            totalDocs: number;
            /** @description How many a page has. */
            limit: number;
            /** @description How many pages there are. */
            totalPages: number;
            /** @description Which page this is. */
            page: number;
            /** @description The number of the first document of this page, counted over all pages. */
            pagingCounter: number;
            /** @description Whether there is a page before. */
            hasPrevPage: boolean;
            /** @description Whether there is a page after. */
            hasNextPage: boolean;
            /** @description The page before. */
            prevPage: number | null;
            /** @description The page after. */
            nextPage: number | null;
        };
        /** @description The whole document, in one language. */
        Claim: {
            /** @description It stays the same for ever. */
            id: string;
            /** @description The statement of fact, in one sentence. */
            statement: string | null;
            /** @description What there is to explain about it. It can show the figures below. */
            body: components["schemas"]["RichText"] | null;
            /** @description The campaign that it belongs to. */
            campaign: string | components["schemas"]["CampaignPart"] | null;
            /** @description Where the claim can be checked. */
            evidence: {
                /** @description The resource that bears the claim out. */
                source: string | components["schemas"]["ResourcePart"] | null;
                /** @description The place in the source: page, section, minute. */
                locator: string | null;
                /** @description What the source says there, word for word. */
                quote: string | null;
                /** @description A copy of the source as it was, for when its address is dead or says something else. */
                archivedUrl: string | null;
                /**
                 * Format: date-time
                 * @description When the source was looked at.
                 */
                accessedOn: string | null;
                /** @description It stays the same for ever. */
                id: string;
            }[];
            /** @description Numbers that the claim rests on, to be shown or drawn. */
            figures: {
                /** @description What is counted. */
                label: string | null;
                /** @description The number itself. */
                value: number;
                /** @description What it is in: %, USD, people. */
                unit: string | null;
                /**
                 * Format: date-time
                 * @description The day that the number is of.
                 */
                asOf: string | null;
                /** @description It stays the same for ever. */
                id: string;
            }[];
            /** @description Whether the claim has been checked, and what came of it. */
            verification: {
                /**
                 * @description What the last check came to. Show a claim that is retracted as such, or not at all.
                 * @enum {string|null}
                 */
                status: "unverified" | "verified" | "disputed" | "retracted" | null;
                /**
                 * Format: date-time
                 * @description When it was last checked.
                 */
                verifiedOn: string | null;
                /**
                 * Format: date-time
                 * @description When it is to be checked again.
                 */
                reviewBy: string | null;
                /** @description What readers should know about the check: a correction, the reason of a retraction. */
                note: string | null;
            };
            /** @description The name in addresses. Made from the title until first published. */
            slug: string | null;
            /** @description The language that the document is shown in: the one asked for if its heading is in that, else the fallback. */
            contentLocale: string | null;
            /** @description The languages that the document is in. */
            locales: string[];
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updatedAt: string;
            /**
             * Format: date-time
             * @description When it was first saved.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was put into the trash. null of what everybody reads.
             */
            deletedAt: string | null;
            /**
             * @description Whether it is published. What everybody reads is.
             * @enum {string}
             */
            _status: "draft" | "published";
        };
        /** @description The whole document, with `locale=all`: a text has a value for each language. */
        ClaimInAllLanguages: {
            /** @description It stays the same for ever. */
            id: string;
            /** @description The statement of fact, in one sentence. */
            statement: {
                /** @description In the language en. */
                en: string | null;
                /** @description In the language es. */
                es: string | null;
            };
            /** @description What there is to explain about it. It can show the figures below. */
            body: {
                /** @description In the language en. */
                en: components["schemas"]["RichText"] | null;
                /** @description In the language es. */
                es: components["schemas"]["RichText"] | null;
            };
            /** @description The campaign that it belongs to. */
            campaign: string | components["schemas"]["CampaignPartInAllLanguages"] | null;
            /** @description Where the claim can be checked. */
            evidence: {
                /** @description The resource that bears the claim out. */
                source: string | components["schemas"]["ResourcePartInAllLanguages"] | null;
                /** @description The place in the source: page, section, minute. */
                locator: string | null;
                /** @description What the source says there, word for word. */
                quote: string | null;
                /** @description A copy of the source as it was, for when its address is dead or says something else. */
                archivedUrl: string | null;
                /**
                 * Format: date-time
                 * @description When the source was looked at.
                 */
                accessedOn: string | null;
                /** @description It stays the same for ever. */
                id: string;
            }[];
            /** @description Numbers that the claim rests on, to be shown or drawn. */
            figures: {
                /** @description What is counted. */
                label: {
                    /** @description In the language en. */
                    en: string | null;
                    /** @description In the language es. */
                    es: string | null;
                };
                /** @description The number itself. */
                value: number;
                /** @description What it is in: %, USD, people. */
                unit: string | null;
                /**
                 * Format: date-time
                 * @description The day that the number is of.
                 */
                asOf: string | null;
                /** @description It stays the same for ever. */
                id: string;
            }[];
            /** @description Whether the claim has been checked, and what came of it. */
            verification: {
                /**
                 * @description What the last check came to. Show a claim that is retracted as such, or not at all.
                 * @enum {string|null}
                 */
                status: "unverified" | "verified" | "disputed" | "retracted" | null;
                /**
                 * Format: date-time
                 * @description When it was last checked.
                 */
                verifiedOn: string | null;
                /**
                 * Format: date-time
                 * @description When it is to be checked again.
                 */
                reviewBy: string | null;
                /** @description What readers should know about the check: a correction, the reason of a retraction. */
                note: string | null;
            };
            /** @description The name in addresses. Made from the title until first published. */
            slug: string | null;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updatedAt: string;
            /**
             * Format: date-time
             * @description When it was first saved.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was put into the trash. null of what everybody reads.
             */
            deletedAt: string | null;
            /**
             * @description Whether it is published. What everybody reads is.
             * @enum {string}
             */
            _status: "draft" | "published";
        };
        /** @description Some of the fields: those that `select` asked for, or what is shown of a related document, in one language. */
        ClaimPart: {
            /** @description It stays the same for ever. */
            id: string;
            /** @description The statement of fact, in one sentence. */
            statement?: string | null;
            /** @description What there is to explain about it. It can show the figures below. */
            body?: components["schemas"]["RichText"] | null;
            /** @description The campaign that it belongs to. */
            campaign?: string | components["schemas"]["CampaignPart"] | null;
            /** @description Where the claim can be checked. */
            evidence?: {
                /** @description The resource that bears the claim out. */
                source?: string | components["schemas"]["ResourcePart"] | null;
                /** @description The place in the source: page, section, minute. */
                locator?: string | null;
                /** @description What the source says there, word for word. */
                quote?: string | null;
                /** @description A copy of the source as it was, for when its address is dead or says something else. */
                archivedUrl?: string | null;
                /**
                 * Format: date-time
                 * @description When the source was looked at.
                 */
                accessedOn?: string | null;
                /** @description It stays the same for ever. */
                id?: string;
            }[];
            /** @description Numbers that the claim rests on, to be shown or drawn. */
            figures?: {
                /** @description What is counted. */
                label?: string | null;
                /** @description The number itself. */
                value?: number;
                /** @description What it is in: %, USD, people. */
                unit?: string | null;
                /**
                 * Format: date-time
                 * @description The day that the number is of.
                 */
                asOf?: string | null;
                /** @description It stays the same for ever. */
                id?: string;
            }[];
            /** @description Whether the claim has been checked, and what came of it. */
            verification?: {
                /**
                 * @description What the last check came to. Show a claim that is retracted as such, or not at all.
                 * @enum {string|null}
                 */
                status?: "unverified" | "verified" | "disputed" | "retracted" | null;
                /**
                 * Format: date-time
                 * @description When it was last checked.
                 */
                verifiedOn?: string | null;
                /**
                 * Format: date-time
                 * @description When it is to be checked again.
                 */
                reviewBy?: string | null;
                /** @description What readers should know about the check: a correction, the reason of a retraction. */
                note?: string | null;
            };
            /** @description The name in addresses. Made from the title until first published. */
            slug?: string | null;
            /** @description The language that the document is shown in: the one asked for if its heading is in that, else the fallback. */
            contentLocale?: string | null;
            /** @description The languages that the document is in. */
            locales?: string[];
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updatedAt?: string;
            /**
             * Format: date-time
             * @description When it was first saved.
             */
            createdAt?: string;
            /**
             * Format: date-time
             * @description When it was put into the trash. null of what everybody reads.
             */
            deletedAt?: string | null;
            /**
             * @description Whether it is published. What everybody reads is.
             * @enum {string}
             */
            _status?: "draft" | "published";
        };
        /** @description Some of the fields: those that `select` asked for, or what is shown of a related document, with `locale=all`: a text has a value for each language. */
        ClaimPartInAllLanguages: {
            /** @description It stays the same for ever. */
            id: string;
            /** @description The statement of fact, in one sentence. */
            statement?: {
                /** @description In the language en. */
                en: string | null;
                /** @description In the language es. */
                es: string | null;
            };
            /** @description What there is to explain about it. It can show the figures below. */
            body?: {
                /** @description In the language en. */
                en: components["schemas"]["RichText"] | null;
                /** @description In the language es. */
                es: components["schemas"]["RichText"] | null;
            };
            /** @description The campaign that it belongs to. */
            campaign?: string | components["schemas"]["CampaignPartInAllLanguages"] | null;
            /** @description Where the claim can be checked. */
            evidence?: {
                /** @description The resource that bears the claim out. */
                source?: string | components["schemas"]["ResourcePartInAllLanguages"] | null;
                /** @description The place in the source: page, section, minute. */
                locator?: string | null;
                /** @description What the source says there, word for word. */
                quote?: string | null;
                /** @description A copy of the source as it was, for when its address is dead or says something else. */
                archivedUrl?: string | null;
                /**
                 * Format: date-time
                 * @description When the source was looked at.
                 */
                accessedOn?: string | null;
                /** @description It stays the same for ever. */
                id?: string;
            }[];
            /** @description Numbers that the claim rests on, to be shown or drawn. */
            figures?: {
                /** @description What is counted. */
                label?: {
                    /** @description In the language en. */
                    en: string | null;
                    /** @description In the language es. */
                    es: string | null;
                };
                /** @description The number itself. */
                value?: number;
                /** @description What it is in: %, USD, people. */
                unit?: string | null;
                /**
                 * Format: date-time
                 * @description The day that the number is of.
                 */
                asOf?: string | null;
                /** @description It stays the same for ever. */
                id?: string;
            }[];
            /** @description Whether the claim has been checked, and what came of it. */
            verification?: {
                /**
                 * @description What the last check came to. Show a claim that is retracted as such, or not at all.
                 * @enum {string|null}
                 */
                status?: "unverified" | "verified" | "disputed" | "retracted" | null;
                /**
                 * Format: date-time
                 * @description When it was last checked.
                 */
                verifiedOn?: string | null;
                /**
                 * Format: date-time
                 * @description When it is to be checked again.
                 */
                reviewBy?: string | null;
                /** @description What readers should know about the check: a correction, the reason of a retraction. */
                note?: string | null;
            };
            /** @description The name in addresses. Made from the title until first published. */
            slug?: string | null;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updatedAt?: string;
            /**
             * Format: date-time
             * @description When it was first saved.
             */
            createdAt?: string;
            /**
             * Format: date-time
             * @description When it was put into the trash. null of what everybody reads.
             */
            deletedAt?: string | null;
            /**
             * @description Whether it is published. What everybody reads is.
             * @enum {string}
             */
            _status?: "draft" | "published";
        };
        /** @description What it is depends on `select` and on `locale`. */
        AnyClaim: components["schemas"]["Claim"] | components["schemas"]["ClaimInAllLanguages"] | components["schemas"]["ClaimPart"] | components["schemas"]["ClaimPartInAllLanguages"];
        /** @description What a document must meet, all of it. Each key is a path in the document. */
        ClaimWhere: {
            id?: components["schemas"]["IdFilter"];
            statement?: components["schemas"]["TextFilter"];
            body?: components["schemas"]["ExistsFilter"];
            campaign?: components["schemas"]["IdFilter"];
            "campaign.title"?: components["schemas"]["TextFilter"];
            "campaign.summary"?: components["schemas"]["TextFilter"];
            "campaign.body"?: components["schemas"]["ExistsFilter"];
            "campaign.sections.heading"?: components["schemas"]["ListedTextFilter"];
            "campaign.sections.body"?: components["schemas"]["ExistsFilter"];
            "campaign.sections.items.value"?: components["schemas"]["ListedIdFilter"];
            "campaign.sections.id"?: components["schemas"]["ListedTextFilter"];
            "campaign.target.name"?: components["schemas"]["TextFilter"];
            "campaign.target.kind"?: {
                /**
                 * @description Is this.
                 * @enum {string}
                 */
                equals?: "company" | "government" | "institution" | "person" | "other";
                /**
                 * @description Is not this.
                 * @enum {string}
                 */
                not_equals?: "company" | "government" | "institution" | "person" | "other";
                /** @description Is one of these. */
                in?: ("company" | "government" | "institution" | "person" | "other")[];
                /** @description Is none of these. */
                not_in?: ("company" | "government" | "institution" | "person" | "other")[];
                /** @description Is filled in. */
                exists?: boolean;
            };
            "campaign.hashtag"?: components["schemas"]["TextFilter"];
            "campaign.callToAction.label"?: components["schemas"]["TextFilter"];
            "campaign.callToAction.url"?: components["schemas"]["TextFilter"];
            "campaign.image"?: components["schemas"]["IdFilter"];
            "campaign.slug"?: components["schemas"]["TextFilter"];
            "campaign.updatedAt"?: components["schemas"]["DateFilter"];
            "campaign.createdAt"?: components["schemas"]["DateFilter"];
            "campaign.deletedAt"?: components["schemas"]["DateFilter"];
            "campaign._status"?: {
                /**
                 * @description Is this.
                 * @enum {string}
                 */
                equals?: "draft" | "published";
                /**
                 * @description Is not this.
                 * @enum {string}
                 */
                not_equals?: "draft" | "published";
                /** @description Is one of these. */
                in?: ("draft" | "published")[];
                /** @description Is none of these. */
                not_in?: ("draft" | "published")[];
                /** @description Is filled in. */
                exists?: boolean;
            };
            "evidence.source"?: components["schemas"]["ListedIdFilter"];
            "evidence.locator"?: components["schemas"]["ListedTextFilter"];
            "evidence.quote"?: components["schemas"]["ListedTextFilter"];
            "evidence.archivedUrl"?: components["schemas"]["ListedTextFilter"];
            "evidence.accessedOn"?: components["schemas"]["ListedDateFilter"];
            "evidence.id"?: components["schemas"]["ListedTextFilter"];
            "figures.label"?: components["schemas"]["ListedTextFilter"];
            "figures.value"?: components["schemas"]["ListedNumberFilter"];
            "figures.unit"?: components["schemas"]["ListedTextFilter"];
            "figures.asOf"?: components["schemas"]["ListedDateFilter"];
            "figures.id"?: components["schemas"]["ListedTextFilter"];
            "verification.status"?: {
                /**
                 * @description Is this.
                 * @enum {string}
                 */
                equals?: "unverified" | "verified" | "disputed" | "retracted";
                /**
                 * @description Is not this.
                 * @enum {string}
                 */
                not_equals?: "unverified" | "verified" | "disputed" | "retracted";
                /** @description Is one of these. */
                in?: ("unverified" | "verified" | "disputed" | "retracted")[];
                /** @description Is none of these. */
                not_in?: ("unverified" | "verified" | "disputed" | "retracted")[];
                /** @description Is filled in. */
                exists?: boolean;
            };
            "verification.verifiedOn"?: components["schemas"]["DateFilter"];
            "verification.reviewBy"?: components["schemas"]["DateFilter"];
            "verification.note"?: components["schemas"]["TextFilter"];
            slug?: components["schemas"]["TextFilter"];
            updatedAt?: components["schemas"]["DateFilter"];
            createdAt?: components["schemas"]["DateFilter"];
            deletedAt?: components["schemas"]["DateFilter"];
            _status?: {
                /**
                 * @description Is this.
                 * @enum {string}
                 */
                equals?: "draft" | "published";
                /**
                 * @description Is not this.
                 * @enum {string}
                 */
                not_equals?: "draft" | "published";
                /** @description Is one of these. */
                in?: ("draft" | "published")[];
                /** @description Is none of these. */
                not_in?: ("draft" | "published")[];
                /** @description Is filled in. */
                exists?: boolean;
            };
            /** @description All of these must be met. */
            and?: components["schemas"]["ClaimWhere"][];
            /** @description One of these must be met. */
            or?: components["schemas"]["ClaimWhere"][];
        };
        ClaimSelect: {
            id?: boolean;
            statement?: boolean;
            body?: boolean;
            campaign?: boolean;
            evidence?: boolean | {
                id?: boolean;
                source?: boolean;
                locator?: boolean;
                quote?: boolean;
                archivedUrl?: boolean;
                accessedOn?: boolean;
            };
            figures?: boolean | {
                id?: boolean;
                label?: boolean;
                value?: boolean;
                unit?: boolean;
                asOf?: boolean;
            };
            verification?: boolean | {
                id?: boolean;
                status?: boolean;
                verifiedOn?: boolean;
                reviewBy?: boolean;
                note?: boolean;
            };
            slug?: boolean;
            contentLocale?: boolean;
            locales?: boolean;
            updatedAt?: boolean;
            createdAt?: boolean;
            deletedAt?: boolean;
            _status?: boolean;
        };
        ClaimPage: {
            /** @description The documents of this page. */
            docs: components["schemas"]["AnyClaim"][];
            /** @description How many there are on all pages. */
            totalDocs: number;
            /** @description How many a page has. */
            limit: number;
            /** @description How many pages there are. */
            totalPages: number;
            /** @description Which page this is. */
            page: number;
            /** @description The number of the first document of this page, counted over all pages. */
            pagingCounter: number;
            /** @description Whether there is a page before. */
            hasPrevPage: boolean;
            /** @description Whether there is a page after. */
            hasNextPage: boolean;
            /** @description The page before. */
            prevPage: number | null;
            /** @description The page after. */
            nextPage: number | null;
        };
        /** @description The whole document, in one language. */
        Demand: {
            /** @description It stays the same for ever. */
            id: string;
            /** @description What is asked, in one sentence. */
            title: string | null;
            /** @description What there is to explain about it. */
            body: components["schemas"]["RichText"] | null;
            /** @description The campaign that it belongs to. */
            campaign: string | components["schemas"]["CampaignPart"] | null;
            /** @description Of whom it is asked. */
            addressedTo: string | null;
            /**
             * @description How far it has been met.
             * @enum {string|null}
             */
            status: "open" | "partly-met" | "met" | "refused" | null;
            /** @description How the status came about. */
            history: {
                /**
                 * @description What the status became.
                 * @enum {string}
                 */
                status: "open" | "partly-met" | "met" | "refused";
                /**
                 * Format: date-time
                 * @description On what day.
                 */
                on: string;
                /** @description What happened. */
                note: string | null;
                /** @description The resource in which that can be read. */
                source: string | components["schemas"]["ResourcePart"] | null;
                /** @description It stays the same for ever. */
                id: string;
            }[];
            /** @description The claims that give the reasons. */
            supportedBy: (string | components["schemas"]["ClaimPart"])[];
            /** @description What a visitor can do for it. */
            actions: {
                /** @description What stands on the button or link. */
                label: string | null;
                /** @description Where it leads. */
                url: string;
                /**
                 * @description What it is.
                 * @enum {string|null}
                 */
                kind: "petition" | "letter" | "call" | "event" | "donation" | "other" | null;
                /** @description It stays the same for ever. */
                id: string;
            }[];
            /** @description The name in addresses. Made from the title until first published. */
            slug: string | null;
            /** @description The language that the document is shown in: the one asked for if its heading is in that, else the fallback. */
            contentLocale: string | null;
            /** @description The languages that the document is in. */
            locales: string[];
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updatedAt: string;
            /**
             * Format: date-time
             * @description When it was first saved.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was put into the trash. null of what everybody reads.
             */
            deletedAt: string | null;
            /**
             * @description Whether it is published. What everybody reads is.
             * @enum {string}
             */
            _status: "draft" | "published";
        };
        /** @description The whole document, with `locale=all`: a text has a value for each language. */
        DemandInAllLanguages: {
            /** @description It stays the same for ever. */
            id: string;
            /** @description What is asked, in one sentence. */
            title: {
                /** @description In the language en. */
                en: string | null;
                /** @description In the language es. */
                es: string | null;
            };
            /** @description What there is to explain about it. */
            body: {
                /** @description In the language en. */
                en: components["schemas"]["RichText"] | null;
                /** @description In the language es. */
                es: components["schemas"]["RichText"] | null;
            };
            /** @description The campaign that it belongs to. */
            campaign: string | components["schemas"]["CampaignPartInAllLanguages"] | null;
            /** @description Of whom it is asked. */
            addressedTo: string | null;
            /**
             * @description How far it has been met.
             * @enum {string|null}
             */
            status: "open" | "partly-met" | "met" | "refused" | null;
            /** @description How the status came about. */
            history: {
                /**
                 * @description What the status became.
                 * @enum {string}
                 */
                status: "open" | "partly-met" | "met" | "refused";
                /**
                 * Format: date-time
                 * @description On what day.
                 */
                on: string;
                /** @description What happened. */
                note: {
                    /** @description In the language en. */
                    en: string | null;
                    /** @description In the language es. */
                    es: string | null;
                };
                /** @description The resource in which that can be read. */
                source: string | components["schemas"]["ResourcePartInAllLanguages"] | null;
                /** @description It stays the same for ever. */
                id: string;
            }[];
            /** @description The claims that give the reasons. */
            supportedBy: (string | components["schemas"]["ClaimPartInAllLanguages"])[];
            /** @description What a visitor can do for it. */
            actions: {
                /** @description What stands on the button or link. */
                label: {
                    /** @description In the language en. */
                    en: string | null;
                    /** @description In the language es. */
                    es: string | null;
                };
                /** @description Where it leads. */
                url: string;
                /**
                 * @description What it is.
                 * @enum {string|null}
                 */
                kind: "petition" | "letter" | "call" | "event" | "donation" | "other" | null;
                /** @description It stays the same for ever. */
                id: string;
            }[];
            /** @description The name in addresses. Made from the title until first published. */
            slug: string | null;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updatedAt: string;
            /**
             * Format: date-time
             * @description When it was first saved.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was put into the trash. null of what everybody reads.
             */
            deletedAt: string | null;
            /**
             * @description Whether it is published. What everybody reads is.
             * @enum {string}
             */
            _status: "draft" | "published";
        };
        /** @description Some of the fields: those that `select` asked for, or what is shown of a related document, in one language. */
        DemandPart: {
            /** @description It stays the same for ever. */
            id: string;
            /** @description What is asked, in one sentence. */
            title?: string | null;
            /** @description What there is to explain about it. */
            body?: components["schemas"]["RichText"] | null;
            /** @description The campaign that it belongs to. */
            campaign?: string | components["schemas"]["CampaignPart"] | null;
            /** @description Of whom it is asked. */
            addressedTo?: string | null;
            /**
             * @description How far it has been met.
             * @enum {string|null}
             */
            status?: "open" | "partly-met" | "met" | "refused" | null;
            /** @description How the status came about. */
            history?: {
                /**
                 * @description What the status became.
                 * @enum {string}
                 */
                status?: "open" | "partly-met" | "met" | "refused";
                /**
                 * Format: date-time
                 * @description On what day.
                 */
                on?: string;
                /** @description What happened. */
                note?: string | null;
                /** @description The resource in which that can be read. */
                source?: string | components["schemas"]["ResourcePart"] | null;
                /** @description It stays the same for ever. */
                id?: string;
            }[];
            /** @description The claims that give the reasons. */
            supportedBy?: (string | components["schemas"]["ClaimPart"])[];
            /** @description What a visitor can do for it. */
            actions?: {
                /** @description What stands on the button or link. */
                label?: string | null;
                /** @description Where it leads. */
                url?: string;
                /**
                 * @description What it is.
                 * @enum {string|null}
                 */
                kind?: "petition" | "letter" | "call" | "event" | "donation" | "other" | null;
                /** @description It stays the same for ever. */
                id?: string;
            }[];
            /** @description The name in addresses. Made from the title until first published. */
            slug?: string | null;
            /** @description The language that the document is shown in: the one asked for if its heading is in that, else the fallback. */
            contentLocale?: string | null;
            /** @description The languages that the document is in. */
            locales?: string[];
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updatedAt?: string;
            /**
             * Format: date-time
             * @description When it was first saved.
             */
            createdAt?: string;
            /**
             * Format: date-time
             * @description When it was put into the trash. null of what everybody reads.
             */
            deletedAt?: string | null;
            /**
             * @description Whether it is published. What everybody reads is.
             * @enum {string}
             */
            _status?: "draft" | "published";
        };
        /** @description Some of the fields: those that `select` asked for, or what is shown of a related document, with `locale=all`: a text has a value for each language. */
        DemandPartInAllLanguages: {
            /** @description It stays the same for ever. */
            id: string;
            /** @description What is asked, in one sentence. */
            title?: {
                /** @description In the language en. */
                en: string | null;
                /** @description In the language es. */
                es: string | null;
            };
            /** @description What there is to explain about it. */
            body?: {
                /** @description In the language en. */
                en: components["schemas"]["RichText"] | null;
                /** @description In the language es. */
                es: components["schemas"]["RichText"] | null;
            };
            /** @description The campaign that it belongs to. */
            campaign?: string | components["schemas"]["CampaignPartInAllLanguages"] | null;
            /** @description Of whom it is asked. */
            addressedTo?: string | null;
            /**
             * @description How far it has been met.
             * @enum {string|null}
             */
            status?: "open" | "partly-met" | "met" | "refused" | null;
            /** @description How the status came about. */
            history?: {
                /**
                 * @description What the status became.
                 * @enum {string}
                 */
                status?: "open" | "partly-met" | "met" | "refused";
                /**
                 * Format: date-time
                 * @description On what day.
                 */
                on?: string;
                /** @description What happened. */
                note?: {
                    /** @description In the language en. */
                    en: string | null;
                    /** @description In the language es. */
                    es: string | null;
                };
                /** @description The resource in which that can be read. */
                source?: string | components["schemas"]["ResourcePartInAllLanguages"] | null;
                /** @description It stays the same for ever. */
                id?: string;
            }[];
            /** @description The claims that give the reasons. */
            supportedBy?: (string | components["schemas"]["ClaimPartInAllLanguages"])[];
            /** @description What a visitor can do for it. */
            actions?: {
                /** @description What stands on the button or link. */
                label?: {
                    /** @description In the language en. */
                    en: string | null;
                    /** @description In the language es. */
                    es: string | null;
                };
                /** @description Where it leads. */
                url?: string;
                /**
                 * @description What it is.
                 * @enum {string|null}
                 */
                kind?: "petition" | "letter" | "call" | "event" | "donation" | "other" | null;
                /** @description It stays the same for ever. */
                id?: string;
            }[];
            /** @description The name in addresses. Made from the title until first published. */
            slug?: string | null;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updatedAt?: string;
            /**
             * Format: date-time
             * @description When it was first saved.
             */
            createdAt?: string;
            /**
             * Format: date-time
             * @description When it was put into the trash. null of what everybody reads.
             */
            deletedAt?: string | null;
            /**
             * @description Whether it is published. What everybody reads is.
             * @enum {string}
             */
            _status?: "draft" | "published";
        };
        /** @description What it is depends on `select` and on `locale`. */
        AnyDemand: components["schemas"]["Demand"] | components["schemas"]["DemandInAllLanguages"] | components["schemas"]["DemandPart"] | components["schemas"]["DemandPartInAllLanguages"];
        /** @description What a document must meet, all of it. Each key is a path in the document. */
        DemandWhere: {
            id?: components["schemas"]["IdFilter"];
            title?: components["schemas"]["TextFilter"];
            body?: components["schemas"]["ExistsFilter"];
            campaign?: components["schemas"]["IdFilter"];
            "campaign.title"?: components["schemas"]["TextFilter"];
            "campaign.summary"?: components["schemas"]["TextFilter"];
            "campaign.body"?: components["schemas"]["ExistsFilter"];
            "campaign.sections.heading"?: components["schemas"]["ListedTextFilter"];
            "campaign.sections.body"?: components["schemas"]["ExistsFilter"];
            "campaign.sections.items.value"?: components["schemas"]["ListedIdFilter"];
            "campaign.sections.id"?: components["schemas"]["ListedTextFilter"];
            "campaign.target.name"?: components["schemas"]["TextFilter"];
            "campaign.target.kind"?: {
                /**
                 * @description Is this.
                 * @enum {string}
                 */
                equals?: "company" | "government" | "institution" | "person" | "other";
                /**
                 * @description Is not this.
                 * @enum {string}
                 */
                not_equals?: "company" | "government" | "institution" | "person" | "other";
                /** @description Is one of these. */
                in?: ("company" | "government" | "institution" | "person" | "other")[];
                /** @description Is none of these. */
                not_in?: ("company" | "government" | "institution" | "person" | "other")[];
                /** @description Is filled in. */
                exists?: boolean;
            };
            "campaign.hashtag"?: components["schemas"]["TextFilter"];
            "campaign.callToAction.label"?: components["schemas"]["TextFilter"];
            "campaign.callToAction.url"?: components["schemas"]["TextFilter"];
            "campaign.image"?: components["schemas"]["IdFilter"];
            "campaign.slug"?: components["schemas"]["TextFilter"];
            "campaign.updatedAt"?: components["schemas"]["DateFilter"];
            "campaign.createdAt"?: components["schemas"]["DateFilter"];
            "campaign.deletedAt"?: components["schemas"]["DateFilter"];
            "campaign._status"?: {
                /**
                 * @description Is this.
                 * @enum {string}
                 */
                equals?: "draft" | "published";
                /**
                 * @description Is not this.
                 * @enum {string}
                 */
                not_equals?: "draft" | "published";
                /** @description Is one of these. */
                in?: ("draft" | "published")[];
                /** @description Is none of these. */
                not_in?: ("draft" | "published")[];
                /** @description Is filled in. */
                exists?: boolean;
            };
            addressedTo?: components["schemas"]["TextFilter"];
            status?: {
                /**
                 * @description Is this.
                 * @enum {string}
                 */
                equals?: "open" | "partly-met" | "met" | "refused";
                /**
                 * @description Is not this.
                 * @enum {string}
                 */
                not_equals?: "open" | "partly-met" | "met" | "refused";
                /** @description Is one of these. */
                in?: ("open" | "partly-met" | "met" | "refused")[];
                /** @description Is none of these. */
                not_in?: ("open" | "partly-met" | "met" | "refused")[];
                /** @description Is filled in. */
                exists?: boolean;
            };
            "history.status"?: {
                /**
                 * @description Is this.
                 * @enum {string}
                 */
                equals?: "open" | "partly-met" | "met" | "refused";
                /** @description Is one of these. */
                in?: ("open" | "partly-met" | "met" | "refused")[];
                /** @description Is filled in. */
                exists?: boolean;
            };
            "history.on"?: components["schemas"]["ListedDateFilter"];
            "history.note"?: components["schemas"]["ListedTextFilter"];
            "history.source"?: components["schemas"]["ListedIdFilter"];
            "history.id"?: components["schemas"]["ListedTextFilter"];
            supportedBy?: components["schemas"]["ListedIdFilter"];
            "actions.label"?: components["schemas"]["ListedTextFilter"];
            "actions.url"?: components["schemas"]["ListedTextFilter"];
            "actions.kind"?: {
                /**
                 * @description Is this.
                 * @enum {string}
                 */
                equals?: "petition" | "letter" | "call" | "event" | "donation" | "other";
                /** @description Is one of these. */
                in?: ("petition" | "letter" | "call" | "event" | "donation" | "other")[];
                /** @description Is filled in. */
                exists?: boolean;
            };
            "actions.id"?: components["schemas"]["ListedTextFilter"];
            slug?: components["schemas"]["TextFilter"];
            updatedAt?: components["schemas"]["DateFilter"];
            createdAt?: components["schemas"]["DateFilter"];
            deletedAt?: components["schemas"]["DateFilter"];
            _status?: {
                /**
                 * @description Is this.
                 * @enum {string}
                 */
                equals?: "draft" | "published";
                /**
                 * @description Is not this.
                 * @enum {string}
                 */
                not_equals?: "draft" | "published";
                /** @description Is one of these. */
                in?: ("draft" | "published")[];
                /** @description Is none of these. */
                not_in?: ("draft" | "published")[];
                /** @description Is filled in. */
                exists?: boolean;
            };
            /** @description All of these must be met. */
            and?: components["schemas"]["DemandWhere"][];
            /** @description One of these must be met. */
            or?: components["schemas"]["DemandWhere"][];
        };
        DemandSelect: {
            id?: boolean;
            title?: boolean;
            body?: boolean;
            campaign?: boolean;
            addressedTo?: boolean;
            status?: boolean;
            history?: boolean | {
                id?: boolean;
                status?: boolean;
                on?: boolean;
                note?: boolean;
                source?: boolean;
            };
            supportedBy?: boolean;
            actions?: boolean | {
                id?: boolean;
                label?: boolean;
                url?: boolean;
                kind?: boolean;
            };
            slug?: boolean;
            contentLocale?: boolean;
            locales?: boolean;
            updatedAt?: boolean;
            createdAt?: boolean;
            deletedAt?: boolean;
            _status?: boolean;
        };
        DemandPage: {
            /** @description The documents of this page. */
            docs: components["schemas"]["AnyDemand"][];
            /** @description How many there are on all pages. */
            totalDocs: number;
            /** @description How many a page has. */
            limit: number;
            /** @description How many pages there are. */
            totalPages: number;
            /** @description Which page this is. */
            page: number;
            /** @description The number of the first document of this page, counted over all pages. */
            pagingCounter: number;
            /** @description Whether there is a page before. */
            hasPrevPage: boolean;
            /** @description Whether there is a page after. */
            hasNextPage: boolean;
            /** @description The page before. */
            prevPage: number | null;
            /** @description The page after. */
            nextPage: number | null;
        };
        /** @description The whole document, in one language. */
        Resource: {
            /** @description It stays the same for ever. */
            id: string;
            /** @description What the resource is called. */
            title: string | null;
            /**
             * @description What it is.
             * @enum {string|null}
             */
            kind: "report" | "article" | "dataset" | "toolkit" | "video" | "legal-document" | "other" | null;
            /** @description Where it is on the web. */
            url: string | null;
            /** @description A picture of it, kept here. */
            file: string | components["schemas"]["MediaPart"] | null;
            /** @description Who published it. */
            publisher: string | null;
            /** @description Who wrote or made it. */
            authors: string[];
            /**
             * Format: date-time
             * @description When it was published.
             */
            publishedOn: string | null;
            /** @description The language the resource is in: en, es, … */
            language: string | null;
            /** @description A copy, for when the address is dead. */
            archivedUrl: string | null;
            /** @description What is known of the address. It changes when checks come to another conclusion. */
            link: {
                /**
                 * @description Alive; moved for good, to another address; forbidden: it answers, but not to us; unreachable for days; dead; unknown: it may not be asked.
                 * @enum {string|null}
                 */
                status: "unchecked" | "alive" | "moved" | "forbidden" | "unreachable" | "dead" | "unknown" | null;
                /** @description The HTTP status that said so. */
                httpStatus: number | null;
                /**
                 * Format: date-time
                 * @description When that was found.
                 */
                checkedAt: string | null;
                /** @description The address that it has moved to. */
                finalUrl: string | null;
            };
            /** @description The campaign that it belongs to. */
            campaign: string | components["schemas"]["CampaignPart"] | null;
            /** @description The name in addresses. Made from the title until first published. */
            slug: string | null;
            /** @description The language that the document is shown in: the one asked for if its heading is in that, else the fallback. */
            contentLocale: string | null;
            /** @description The languages that the document is in. */
            locales: string[];
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updatedAt: string;
            /**
             * Format: date-time
             * @description When it was first saved.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was put into the trash. null of what everybody reads.
             */
            deletedAt: string | null;
            /**
             * @description Whether it is published. What everybody reads is.
             * @enum {string}
             */
            _status: "draft" | "published";
        };
        /** @description The whole document, with `locale=all`: a text has a value for each language. */
        ResourceInAllLanguages: {
            /** @description It stays the same for ever. */
            id: string;
            /** @description What the resource is called. */
            title: {
                /** @description In the language en. */
                en: string | null;
                /** @description In the language es. */
                es: string | null;
            };
            /**
             * @description What it is.
             * @enum {string|null}
             */
            kind: "report" | "article" | "dataset" | "toolkit" | "video" | "legal-document" | "other" | null;
            /** @description Where it is on the web. */
            url: string | null;
            /** @description A picture of it, kept here. */
            file: string | components["schemas"]["MediaPart"] | null;
            /** @description Who published it. */
            publisher: string | null;
            /** @description Who wrote or made it. */
            authors: string[];
            /**
             * Format: date-time
             * @description When it was published.
             */
            publishedOn: string | null;
            /** @description The language the resource is in: en, es, … */
            language: string | null;
            /** @description A copy, for when the address is dead. */
            archivedUrl: string | null;
            /** @description What is known of the address. It changes when checks come to another conclusion. */
            link: {
                /**
                 * @description Alive; moved for good, to another address; forbidden: it answers, but not to us; unreachable for days; dead; unknown: it may not be asked.
                 * @enum {string|null}
                 */
                status: "unchecked" | "alive" | "moved" | "forbidden" | "unreachable" | "dead" | "unknown" | null;
                /** @description The HTTP status that said so. */
                httpStatus: number | null;
                /**
                 * Format: date-time
                 * @description When that was found.
                 */
                checkedAt: string | null;
                /** @description The address that it has moved to. */
                finalUrl: string | null;
            };
            /** @description The campaign that it belongs to. */
            campaign: string | components["schemas"]["CampaignPartInAllLanguages"] | null;
            /** @description The name in addresses. Made from the title until first published. */
            slug: string | null;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updatedAt: string;
            /**
             * Format: date-time
             * @description When it was first saved.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was put into the trash. null of what everybody reads.
             */
            deletedAt: string | null;
            /**
             * @description Whether it is published. What everybody reads is.
             * @enum {string}
             */
            _status: "draft" | "published";
        };
        /** @description Some of the fields: those that `select` asked for, or what is shown of a related document, in one language. */
        ResourcePart: {
            /** @description It stays the same for ever. */
            id: string;
            /** @description What the resource is called. */
            title?: string | null;
            /**
             * @description What it is.
             * @enum {string|null}
             */
            kind?: "report" | "article" | "dataset" | "toolkit" | "video" | "legal-document" | "other" | null;
            /** @description Where it is on the web. */
            url?: string | null;
            /** @description A picture of it, kept here. */
            file?: string | components["schemas"]["MediaPart"] | null;
            /** @description Who published it. */
            publisher?: string | null;
            /** @description Who wrote or made it. */
            authors?: string[];
            /**
             * Format: date-time
             * @description When it was published.
             */
            publishedOn?: string | null;
            /** @description The language the resource is in: en, es, … */
            language?: string | null;
            /** @description A copy, for when the address is dead. */
            archivedUrl?: string | null;
            /** @description What is known of the address. It changes when checks come to another conclusion. */
            link?: {
                /**
                 * @description Alive; moved for good, to another address; forbidden: it answers, but not to us; unreachable for days; dead; unknown: it may not be asked.
                 * @enum {string|null}
                 */
                status?: "unchecked" | "alive" | "moved" | "forbidden" | "unreachable" | "dead" | "unknown" | null;
                /** @description The HTTP status that said so. */
                httpStatus?: number | null;
                /**
                 * Format: date-time
                 * @description When that was found.
                 */
                checkedAt?: string | null;
                /** @description The address that it has moved to. */
                finalUrl?: string | null;
            };
            /** @description The campaign that it belongs to. */
            campaign?: string | components["schemas"]["CampaignPart"] | null;
            /** @description The name in addresses. Made from the title until first published. */
            slug?: string | null;
            /** @description The language that the document is shown in: the one asked for if its heading is in that, else the fallback. */
            contentLocale?: string | null;
            /** @description The languages that the document is in. */
            locales?: string[];
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updatedAt?: string;
            /**
             * Format: date-time
             * @description When it was first saved.
             */
            createdAt?: string;
            /**
             * Format: date-time
             * @description When it was put into the trash. null of what everybody reads.
             */
            deletedAt?: string | null;
            /**
             * @description Whether it is published. What everybody reads is.
             * @enum {string}
             */
            _status?: "draft" | "published";
        };
        /** @description Some of the fields: those that `select` asked for, or what is shown of a related document, with `locale=all`: a text has a value for each language. */
        ResourcePartInAllLanguages: {
            /** @description It stays the same for ever. */
            id: string;
            /** @description What the resource is called. */
            title?: {
                /** @description In the language en. */
                en: string | null;
                /** @description In the language es. */
                es: string | null;
            };
            /**
             * @description What it is.
             * @enum {string|null}
             */
            kind?: "report" | "article" | "dataset" | "toolkit" | "video" | "legal-document" | "other" | null;
            /** @description Where it is on the web. */
            url?: string | null;
            /** @description A picture of it, kept here. */
            file?: string | components["schemas"]["MediaPart"] | null;
            /** @description Who published it. */
            publisher?: string | null;
            /** @description Who wrote or made it. */
            authors?: string[];
            /**
             * Format: date-time
             * @description When it was published.
             */
            publishedOn?: string | null;
            /** @description The language the resource is in: en, es, … */
            language?: string | null;
            /** @description A copy, for when the address is dead. */
            archivedUrl?: string | null;
            /** @description What is known of the address. It changes when checks come to another conclusion. */
            link?: {
                /**
                 * @description Alive; moved for good, to another address; forbidden: it answers, but not to us; unreachable for days; dead; unknown: it may not be asked.
                 * @enum {string|null}
                 */
                status?: "unchecked" | "alive" | "moved" | "forbidden" | "unreachable" | "dead" | "unknown" | null;
                /** @description The HTTP status that said so. */
                httpStatus?: number | null;
                /**
                 * Format: date-time
                 * @description When that was found.
                 */
                checkedAt?: string | null;
                /** @description The address that it has moved to. */
                finalUrl?: string | null;
            };
            /** @description The campaign that it belongs to. */
            campaign?: string | components["schemas"]["CampaignPartInAllLanguages"] | null;
            /** @description The name in addresses. Made from the title until first published. */
            slug?: string | null;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updatedAt?: string;
            /**
             * Format: date-time
             * @description When it was first saved.
             */
            createdAt?: string;
            /**
             * Format: date-time
             * @description When it was put into the trash. null of what everybody reads.
             */
            deletedAt?: string | null;
            /**
             * @description Whether it is published. What everybody reads is.
             * @enum {string}
             */
            _status?: "draft" | "published";
        };
        /** @description What it is depends on `select` and on `locale`. */
        AnyResource: components["schemas"]["Resource"] | components["schemas"]["ResourceInAllLanguages"] | components["schemas"]["ResourcePart"] | components["schemas"]["ResourcePartInAllLanguages"];
        /** @description What a document must meet, all of it. Each key is a path in the document. */
        ResourceWhere: {
            id?: components["schemas"]["IdFilter"];
            title?: components["schemas"]["TextFilter"];
            kind?: {
                /**
                 * @description Is this.
                 * @enum {string}
                 */
                equals?: "report" | "article" | "dataset" | "toolkit" | "video" | "legal-document" | "other";
                /**
                 * @description Is not this.
                 * @enum {string}
                 */
                not_equals?: "report" | "article" | "dataset" | "toolkit" | "video" | "legal-document" | "other";
                /** @description Is one of these. */
                in?: ("report" | "article" | "dataset" | "toolkit" | "video" | "legal-document" | "other")[];
                /** @description Is none of these. */
                not_in?: ("report" | "article" | "dataset" | "toolkit" | "video" | "legal-document" | "other")[];
                /** @description Is filled in. */
                exists?: boolean;
            };
            url?: components["schemas"]["TextFilter"];
            file?: components["schemas"]["IdFilter"];
            "file.alt"?: components["schemas"]["TextFilter"];
            "file.credit"?: components["schemas"]["TextFilter"];
            "file.license"?: components["schemas"]["TextFilter"];
            "file.updatedAt"?: components["schemas"]["DateFilter"];
            "file.createdAt"?: components["schemas"]["DateFilter"];
            "file.url"?: components["schemas"]["TextFilter"];
            "file.thumbnailURL"?: components["schemas"]["TextFilter"];
            "file.filename"?: components["schemas"]["TextFilter"];
            "file.mimeType"?: components["schemas"]["TextFilter"];
            "file.filesize"?: components["schemas"]["NumberFilter"];
            "file.width"?: components["schemas"]["NumberFilter"];
            "file.height"?: components["schemas"]["NumberFilter"];
            "file.focalX"?: components["schemas"]["NumberFilter"];
            "file.focalY"?: components["schemas"]["NumberFilter"];
            "file.sizes.small.url"?: components["schemas"]["TextFilter"];
            "file.sizes.small.width"?: components["schemas"]["NumberFilter"];
            "file.sizes.small.height"?: components["schemas"]["NumberFilter"];
            "file.sizes.small.mimeType"?: components["schemas"]["TextFilter"];
            "file.sizes.small.filesize"?: components["schemas"]["NumberFilter"];
            "file.sizes.small.filename"?: components["schemas"]["TextFilter"];
            "file.sizes.medium.url"?: components["schemas"]["TextFilter"];
            "file.sizes.medium.width"?: components["schemas"]["NumberFilter"];
            "file.sizes.medium.height"?: components["schemas"]["NumberFilter"];
            "file.sizes.medium.mimeType"?: components["schemas"]["TextFilter"];
            "file.sizes.medium.filesize"?: components["schemas"]["NumberFilter"];
            "file.sizes.medium.filename"?: components["schemas"]["TextFilter"];
            publisher?: components["schemas"]["TextFilter"];
            authors?: components["schemas"]["ListedTextFilter"];
            publishedOn?: components["schemas"]["DateFilter"];
            language?: components["schemas"]["TextFilter"];
            archivedUrl?: components["schemas"]["TextFilter"];
            "link.status"?: {
                /**
                 * @description Is this.
                 * @enum {string}
                 */
                equals?: "unchecked" | "alive" | "moved" | "forbidden" | "unreachable" | "dead" | "unknown";
                /**
                 * @description Is not this.
                 * @enum {string}
                 */
                not_equals?: "unchecked" | "alive" | "moved" | "forbidden" | "unreachable" | "dead" | "unknown";
                /** @description Is one of these. */
                in?: ("unchecked" | "alive" | "moved" | "forbidden" | "unreachable" | "dead" | "unknown")[];
                /** @description Is none of these. */
                not_in?: ("unchecked" | "alive" | "moved" | "forbidden" | "unreachable" | "dead" | "unknown")[];
                /** @description Is filled in. */
                exists?: boolean;
            };
            "link.httpStatus"?: components["schemas"]["NumberFilter"];
            "link.checkedAt"?: components["schemas"]["DateFilter"];
            "link.finalUrl"?: components["schemas"]["TextFilter"];
            campaign?: components["schemas"]["IdFilter"];
            "campaign.title"?: components["schemas"]["TextFilter"];
            "campaign.summary"?: components["schemas"]["TextFilter"];
            "campaign.body"?: components["schemas"]["ExistsFilter"];
            "campaign.sections.heading"?: components["schemas"]["ListedTextFilter"];
            "campaign.sections.body"?: components["schemas"]["ExistsFilter"];
            "campaign.sections.items.value"?: components["schemas"]["ListedIdFilter"];
            "campaign.sections.id"?: components["schemas"]["ListedTextFilter"];
            "campaign.target.name"?: components["schemas"]["TextFilter"];
            "campaign.target.kind"?: {
                /**
                 * @description Is this.
                 * @enum {string}
                 */
                equals?: "company" | "government" | "institution" | "person" | "other";
                /**
                 * @description Is not this.
                 * @enum {string}
                 */
                not_equals?: "company" | "government" | "institution" | "person" | "other";
                /** @description Is one of these. */
                in?: ("company" | "government" | "institution" | "person" | "other")[];
                /** @description Is none of these. */
                not_in?: ("company" | "government" | "institution" | "person" | "other")[];
                /** @description Is filled in. */
                exists?: boolean;
            };
            "campaign.hashtag"?: components["schemas"]["TextFilter"];
            "campaign.callToAction.label"?: components["schemas"]["TextFilter"];
            "campaign.callToAction.url"?: components["schemas"]["TextFilter"];
            "campaign.image"?: components["schemas"]["IdFilter"];
            "campaign.slug"?: components["schemas"]["TextFilter"];
            "campaign.updatedAt"?: components["schemas"]["DateFilter"];
            "campaign.createdAt"?: components["schemas"]["DateFilter"];
            "campaign.deletedAt"?: components["schemas"]["DateFilter"];
            "campaign._status"?: {
                /**
                 * @description Is this.
                 * @enum {string}
                 */
                equals?: "draft" | "published";
                /**
                 * @description Is not this.
                 * @enum {string}
                 */
                not_equals?: "draft" | "published";
                /** @description Is one of these. */
                in?: ("draft" | "published")[];
                /** @description Is none of these. */
                not_in?: ("draft" | "published")[];
                /** @description Is filled in. */
                exists?: boolean;
            };
            slug?: components["schemas"]["TextFilter"];
            updatedAt?: components["schemas"]["DateFilter"];
            createdAt?: components["schemas"]["DateFilter"];
            deletedAt?: components["schemas"]["DateFilter"];
            _status?: {
                /**
                 * @description Is this.
                 * @enum {string}
                 */
                equals?: "draft" | "published";
                /**
                 * @description Is not this.
                 * @enum {string}
                 */
                not_equals?: "draft" | "published";
                /** @description Is one of these. */
                in?: ("draft" | "published")[];
                /** @description Is none of these. */
                not_in?: ("draft" | "published")[];
                /** @description Is filled in. */
                exists?: boolean;
            };
            /** @description All of these must be met. */
            and?: components["schemas"]["ResourceWhere"][];
            /** @description One of these must be met. */
            or?: components["schemas"]["ResourceWhere"][];
        };
        ResourceSelect: {
            id?: boolean;
            title?: boolean;
            kind?: boolean;
            url?: boolean;
            file?: boolean;
            publisher?: boolean;
            authors?: boolean;
            publishedOn?: boolean;
            language?: boolean;
            archivedUrl?: boolean;
            link?: boolean | {
                id?: boolean;
                status?: boolean;
                httpStatus?: boolean;
                checkedAt?: boolean;
                finalUrl?: boolean;
            };
            campaign?: boolean;
            slug?: boolean;
            contentLocale?: boolean;
            locales?: boolean;
            updatedAt?: boolean;
            createdAt?: boolean;
            deletedAt?: boolean;
            _status?: boolean;
        };
        ResourcePage: {
            /** @description The documents of this page. */
            docs: components["schemas"]["AnyResource"][];
            /** @description How many there are on all pages. */
            totalDocs: number;
            /** @description How many a page has. */
            limit: number;
            /** @description How many pages there are. */
            totalPages: number;
            /** @description Which page this is. */
            page: number;
            /** @description The number of the first document of this page, counted over all pages. */
            pagingCounter: number;
            /** @description Whether there is a page before. */
            hasPrevPage: boolean;
            /** @description Whether there is a page after. */
            hasNextPage: boolean;
            /** @description The page before. */
            prevPage: number | null;
            /** @description The page after. */
            nextPage: number | null;
        };
        /** @description The whole document, in one language. */
        Media: {
            /** @description It stays the same for ever. */
            id: string;
            /** @description What the picture shows, for those who cannot see it. */
            alt: string;
            /** @description Whom to name beside the picture. */
            credit: string | null;
            /** @description On what terms it may be used: CC BY 4.0. */
            license: string | null;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updatedAt: string;
            /**
             * Format: date-time
             * @description When it was first saved.
             */
            createdAt: string;
            /** @description Where the file is, on the server that gave this answer. */
            url: string | null;
            /** @description Where a small version is, if there is one. */
            thumbnailURL: string | null;
            /** @description The name of the file. */
            filename: string | null;
            /** @description What kind of file it is. */
            mimeType: string | null;
            /** @description In bytes. */
            filesize: number | null;
            /** @description In pixels. */
            width: number | null;
            /** @description In pixels. */
            height: number | null;
            /** @description What matters in the picture: how far from the left, in percent. */
            focalX: number | null;
            /** @description What matters in the picture: how far from the top, in percent. */
            focalY: number | null;
            /** @description The same picture in other sizes. */
            sizes: {
                /** @description At most 400 pixels wide; without a file where the picture itself is no wider. */
                small: {
                    /** @description Where the file is, on the server that gave this answer. */
                    url: string | null;
                    /** @description In pixels. */
                    width: number | null;
                    /** @description In pixels. */
                    height: number | null;
                    /** @description What kind of file it is. */
                    mimeType: string | null;
                    /** @description In bytes. */
                    filesize: number | null;
                    /** @description The name of the file. */
                    filename: string | null;
                };
                /** @description At most 1,200 pixels wide; without a file where the picture itself is no wider. */
                medium: {
                    /** @description Where the file is, on the server that gave this answer. */
                    url: string | null;
                    /** @description In pixels. */
                    width: number | null;
                    /** @description In pixels. */
                    height: number | null;
                    /** @description What kind of file it is. */
                    mimeType: string | null;
                    /** @description In bytes. */
                    filesize: number | null;
                    /** @description The name of the file. */
                    filename: string | null;
                };
            };
        };
        /** @description Some of the fields: those that `select` asked for, or what is shown of a related document, in one language. */
        MediaPart: {
            /** @description It stays the same for ever. */
            id: string;
            /** @description What the picture shows, for those who cannot see it. */
            alt?: string;
            /** @description Whom to name beside the picture. */
            credit?: string | null;
            /** @description On what terms it may be used: CC BY 4.0. */
            license?: string | null;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updatedAt?: string;
            /**
             * Format: date-time
             * @description When it was first saved.
             */
            createdAt?: string;
            /** @description Where the file is, on the server that gave this answer. */
            url?: string | null;
            /** @description Where a small version is, if there is one. */
            thumbnailURL?: string | null;
            /** @description The name of the file. */
            filename?: string | null;
            /** @description What kind of file it is. */
            mimeType?: string | null;
            /** @description In bytes. */
            filesize?: number | null;
            /** @description In pixels. */
            width?: number | null;
            /** @description In pixels. */
            height?: number | null;
            /** @description What matters in the picture: how far from the left, in percent. */
            focalX?: number | null;
            /** @description What matters in the picture: how far from the top, in percent. */
            focalY?: number | null;
            /** @description The same picture in other sizes. */
            sizes?: {
                /** @description At most 400 pixels wide; without a file where the picture itself is no wider. */
                small?: {
                    /** @description Where the file is, on the server that gave this answer. */
                    url?: string | null;
                    /** @description In pixels. */
                    width?: number | null;
                    /** @description In pixels. */
                    height?: number | null;
                    /** @description What kind of file it is. */
                    mimeType?: string | null;
                    /** @description In bytes. */
                    filesize?: number | null;
                    /** @description The name of the file. */
                    filename?: string | null;
                };
                /** @description At most 1,200 pixels wide; without a file where the picture itself is no wider. */
                medium?: {
                    /** @description Where the file is, on the server that gave this answer. */
                    url?: string | null;
                    /** @description In pixels. */
                    width?: number | null;
                    /** @description In pixels. */
                    height?: number | null;
                    /** @description What kind of file it is. */
                    mimeType?: string | null;
                    /** @description In bytes. */
                    filesize?: number | null;
                    /** @description The name of the file. */
                    filename?: string | null;
                };
            };
        };
        /** @description What it is depends on `select` and on `locale`. */
        AnyMedia: components["schemas"]["Media"] | components["schemas"]["MediaPart"];
        /** @description What a document must meet, all of it. Each key is a path in the document. */
        MediaWhere: {
            id?: components["schemas"]["IdFilter"];
            alt?: components["schemas"]["TextFilter"];
            credit?: components["schemas"]["TextFilter"];
            license?: components["schemas"]["TextFilter"];
            updatedAt?: components["schemas"]["DateFilter"];
            createdAt?: components["schemas"]["DateFilter"];
            url?: components["schemas"]["TextFilter"];
            thumbnailURL?: components["schemas"]["TextFilter"];
            filename?: components["schemas"]["TextFilter"];
            mimeType?: components["schemas"]["TextFilter"];
            filesize?: components["schemas"]["NumberFilter"];
            width?: components["schemas"]["NumberFilter"];
            height?: components["schemas"]["NumberFilter"];
            focalX?: components["schemas"]["NumberFilter"];
            focalY?: components["schemas"]["NumberFilter"];
            "sizes.small.url"?: components["schemas"]["TextFilter"];
            "sizes.small.width"?: components["schemas"]["NumberFilter"];
            "sizes.small.height"?: components["schemas"]["NumberFilter"];
            "sizes.small.mimeType"?: components["schemas"]["TextFilter"];
            "sizes.small.filesize"?: components["schemas"]["NumberFilter"];
            "sizes.small.filename"?: components["schemas"]["TextFilter"];
            "sizes.medium.url"?: components["schemas"]["TextFilter"];
            "sizes.medium.width"?: components["schemas"]["NumberFilter"];
            "sizes.medium.height"?: components["schemas"]["NumberFilter"];
            "sizes.medium.mimeType"?: components["schemas"]["TextFilter"];
            "sizes.medium.filesize"?: components["schemas"]["NumberFilter"];
            "sizes.medium.filename"?: components["schemas"]["TextFilter"];
            /** @description All of these must be met. */
            and?: components["schemas"]["MediaWhere"][];
            /** @description One of these must be met. */
            or?: components["schemas"]["MediaWhere"][];
        };
        MediaSelect: {
            id?: boolean;
            alt?: boolean;
            credit?: boolean;
            license?: boolean;
            updatedAt?: boolean;
            createdAt?: boolean;
            url?: boolean;
            thumbnailURL?: boolean;
            filename?: boolean;
            mimeType?: boolean;
            filesize?: boolean;
            width?: boolean;
            height?: boolean;
            focalX?: boolean;
            focalY?: boolean;
            sizes?: boolean | {
                id?: boolean;
                small?: boolean | {
                    id?: boolean;
                    url?: boolean;
                    width?: boolean;
                    height?: boolean;
                    mimeType?: boolean;
                    filesize?: boolean;
                    filename?: boolean;
                };
                medium?: boolean | {
                    id?: boolean;
                    url?: boolean;
                    width?: boolean;
                    height?: boolean;
                    mimeType?: boolean;
                    filesize?: boolean;
                    filename?: boolean;
                };
            };
        };
        MediaPage: {
            /** @description The documents of this page. */
            docs: components["schemas"]["AnyMedia"][];
            /** @description How many there are on all pages. */
            totalDocs: number;
            /** @description How many a page has. */
            limit: number;
            /** @description How many pages there are. */
            totalPages: number;
            /** @description Which page this is. */
            page: number;
            /** @description The number of the first document of this page, counted over all pages. */
            pagingCounter: number;
            /** @description Whether there is a page before. */
            hasPrevPage: boolean;
            /** @description Whether there is a page after. */
            hasNextPage: boolean;
            /** @description The page before. */
            prevPage: number | null;
            /** @description The page after. */
            nextPage: number | null;
        };
        /** @description The editor's own state (Lexical). The bundle of a campaign has every text as HTML and as plain text beside it. */
        RichText: {
            /** @description The outermost node. */
            root: {
                /** @description `root`. */
                type: string;
                /** @description The nodes in it, each with a `type` and its own children. */
                children: ({
                    /** @description The kind of node. */
                    type: string;
                } & {
                    [key: string]: unknown;
                })[];
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        TextFilter: {
            /** @description Is this. */
            equals?: string;
            /** @description Is not this. */
            not_equals?: string;
            /** @description Is one of these. */
            in?: string[];
            /** @description Is none of these. */
            not_in?: string[];
            /** @description Has all of these words, in any order. */
            like?: string;
            /** @description Has not all of these words. */
            not_like?: string;
            /** @description Has this in it. */
            contains?: string;
            /** @description Is filled in. */
            exists?: boolean;
            /** @description Comes after this. */
            greater_than?: string;
            /** @description Is this or comes after it. */
            greater_than_equal?: string;
            /** @description Comes before this. */
            less_than?: string;
            /** @description Is this or comes before it. */
            less_than_equal?: string;
        };
        ListedTextFilter: {
            /** @description Is this. */
            equals?: string;
            /** @description Is one of these. */
            in?: string[];
            /** @description Has all of these words, in any order. */
            like?: string;
            /** @description Has this in it. */
            contains?: string;
            /** @description Is filled in. */
            exists?: boolean;
        };
        NumberFilter: {
            /** @description Is this. */
            equals?: number;
            /** @description Is not this. */
            not_equals?: number;
            /** @description Is one of these. */
            in?: number[];
            /** @description Is none of these. */
            not_in?: number[];
            /** @description Is filled in. */
            exists?: boolean;
            /** @description Comes after this. */
            greater_than?: number;
            /** @description Is this or comes after it. */
            greater_than_equal?: number;
            /** @description Comes before this. */
            less_than?: number;
            /** @description Is this or comes before it. */
            less_than_equal?: number;
        };
        ListedNumberFilter: {
            /** @description Is this. */
            equals?: number;
            /** @description Is one of these. */
            in?: number[];
            /** @description Is filled in. */
            exists?: boolean;
            /** @description Comes after this. */
            greater_than?: number;
            /** @description Is this or comes after it. */
            greater_than_equal?: number;
            /** @description Comes before this. */
            less_than?: number;
            /** @description Is this or comes before it. */
            less_than_equal?: number;
        };
        DateFilter: {
            /**
             * Format: date-time
             * @description Is this.
             */
            equals?: string;
            /**
             * Format: date-time
             * @description Is not this.
             */
            not_equals?: string;
            /** @description Is filled in. */
            exists?: boolean;
            /**
             * Format: date-time
             * @description Comes after this.
             */
            greater_than?: string;
            /**
             * Format: date-time
             * @description Is this or comes after it.
             */
            greater_than_equal?: string;
            /**
             * Format: date-time
             * @description Comes before this.
             */
            less_than?: string;
            /**
             * Format: date-time
             * @description Is this or comes before it.
             */
            less_than_equal?: string;
        };
        ListedDateFilter: {
            /**
             * Format: date-time
             * @description Is this.
             */
            equals?: string;
            /** @description Is filled in. */
            exists?: boolean;
            /**
             * Format: date-time
             * @description Comes after this.
             */
            greater_than?: string;
            /**
             * Format: date-time
             * @description Is this or comes after it.
             */
            greater_than_equal?: string;
            /**
             * Format: date-time
             * @description Comes before this.
             */
            less_than?: string;
            /**
             * Format: date-time
             * @description Is this or comes before it.
             */
            less_than_equal?: string;
        };
        IdFilter: {
            /** @description Is this. */
            equals?: string;
            /** @description Is not this. */
            not_equals?: string;
            /** @description Is one of these. */
            in?: string[];
            /** @description Is none of these. */
            not_in?: string[];
            /** @description Is filled in. */
            exists?: boolean;
        };
        ListedIdFilter: {
            /** @description Is this. */
            equals?: string;
            /** @description Is one of these. */
            in?: string[];
            /** @description Is filled in. */
            exists?: boolean;
        };
        ExistsFilter: {
            /** @description Is filled in. */
            exists?: boolean;
        };
        /** @description What is wrong, a mistake an entry. */
        Errors: {
            /** @description The mistakes. */
            errors: {
                /** @description What is wrong, and what would be accepted. */
                message: string;
                /** @description The kind of error, where Payload names one. */
                name?: string;
                /** @description More about it, such as `{ "parameter": "limit" }`. */
                data?: Record<string, never> | unknown[] | null;
            }[];
            /** @description The first message once more, of an unknown route. */
            message?: string;
        };
        /** @description What became of a document that was public once. */
        Gone: {
            errors: components["schemas"]["Errors"]["errors"];
            tombstone: components["schemas"]["Tombstone"];
        };
        /** @description The entry of the change log that says so. */
        Tombstone: {
            /** @description Its place in the change log. */
            sequence?: number;
            /** @description What kind of document it was. */
            collection: string;
            /** @description The id of the document. */
            id: string;
            /** @description How often the document has changed. */
            revision: number;
            /** @description The last name that it had in addresses. */
            slug: string | null;
            /**
             * @description How it came to be withdrawn.
             * @enum {string}
             */
            kind: "unpublished" | "deleted";
            /** @description The languages whose readers had it. */
            locales: string[];
            /**
             * Format: date-time
             * @description When that was.
             */
            at: string;
            /** @description There is nothing any more to make one of. */
            digest: null;
        };
        BundleSection: {
            /** @description It stays the same when the row is moved. */
            id: string | null;
            /** @description What stands over the section. */
            heading: string | null;
            /** @description The editor's own state (Lexical), for sites that render it themselves. A node of type `inlineBlock` whose `fields.blockType` is `figure` shows the claim's figure with the id in `fields.figure`, with its date if `fields.withDate`. */
            body: {
                [key: string]: unknown;
            } | null;
            /** @description The body as HTML that can stand in any page: no script, no class. Empty without one. */
            bodyHtml: string;
            /** @description The body as plain text. Empty without one. */
            bodyText: string;
            /** @description In the order to show them in. */
            items: components["schemas"]["BundleItem"][];
        };
        /** @description As in REST and GraphQL. */
        BundleItem: {
            /**
             * @description What kind of document it is.
             * @constant
             */
            relationTo: "claims";
            value: components["schemas"]["BundleClaim"];
        } | {
            /**
             * @description What kind of document it is.
             * @constant
             */
            relationTo: "demands";
            value: components["schemas"]["BundleDemand"];
        } | {
            /**
             * @description What kind of document it is.
             * @constant
             */
            relationTo: "resources";
            value: components["schemas"]["BundleResource"];
        };
        /** @description A statement of fact with its evidence. */
        BundleClaim: {
            /** @description It stays the same for ever. */
            id: string;
            /** @description The name in addresses. It may change; the former one then redirects. */
            slug: string | null;
            /**
             * Format: date-time
             * @description When the document last changed.
             */
            updatedAt: string;
            /** @description The language that the document is shown in: the one asked for if its heading is in that, else the fallback. */
            contentLocale: string | null;
            /** @description The languages that the document is in. */
            locales: string[];
            /** @description The statement of fact, in one sentence. */
            statement: string | null;
            /** @description The editor's own state (Lexical), for sites that render it themselves. A node of type `inlineBlock` whose `fields.blockType` is `figure` shows the claim's figure with the id in `fields.figure`, with its date if `fields.withDate`. */
            body: {
                [key: string]: unknown;
            } | null;
            /** @description The body as HTML that can stand in any page: no script, no class. Empty without one. */
            bodyHtml: string;
            /** @description The body as plain text. Empty without one. */
            bodyText: string;
            /** @description Where the claim can be checked. */
            evidence: {
                /** @description It stays the same when the row is moved. */
                id: string | null;
                /** @description null while the source is not public. */
                source: components["schemas"]["BundleResource"] | null;
                /** @description The place in the source: page, section, minute. */
                locator: string | null;
                /** @description What the source says there, word for word. */
                quote: string | null;
                /**
                 * Format: uri
                 * @description A copy of the source as it was, for when its address is dead or says something else.
                 */
                archivedUrl: string | null;
                /**
                 * Format: date-time
                 * @description When the source was looked at.
                 */
                accessedOn: string | null;
            }[];
            /** @description Numbers that the claim rests on. The body may show them, by their ids. */
            figures: {
                /** @description It stays the same when the row is moved. */
                id: string | null;
                /** @description What is counted. */
                label: string | null;
                /** @description The number itself. */
                value: number | null;
                /** @description What it is in: %, USD, people. */
                unit: string | null;
                /**
                 * Format: date-time
                 * @description The day that the number is of.
                 */
                asOf: string | null;
            }[];
            /** @description Whether the claim has been checked, and what came of it. */
            verification: {
                /** @description Show a claim that is retracted as such, or not at all. */
                status: ("unverified" | "verified" | "disputed" | "retracted") | null;
                /**
                 * Format: date-time
                 * @description When it was last checked.
                 */
                verifiedOn: string | null;
                /**
                 * Format: date-time
                 * @description When it is to be checked again.
                 */
                reviewBy: string | null;
                /** @description What readers should know about the check: a correction, the reason of a retraction. */
                note: string | null;
            };
        };
        /** @description A report, a toolkit, a link. */
        BundleResource: {
            /** @description It stays the same for ever. */
            id: string;
            /** @description The name in addresses. It may change; the former one then redirects. */
            slug: string | null;
            /**
             * Format: date-time
             * @description When the document last changed.
             */
            updatedAt: string;
            /** @description The language that the document is shown in: the one asked for if its heading is in that, else the fallback. */
            contentLocale: string | null;
            /** @description The languages that the document is in. */
            locales: string[];
            /** @description What the resource is called. */
            title: string | null;
            /** @description What it is. */
            kind: ("report" | "article" | "dataset" | "toolkit" | "video" | "legal-document" | "other") | null;
            /**
             * Format: uri
             * @description Where it is on the web.
             */
            url: string | null;
            /** @description A picture of it, kept here. */
            file: components["schemas"]["BundleMedia"] | null;
            /** @description Who published it. */
            publisher: string | null;
            /** @description Who wrote or made it. */
            authors: string[];
            /**
             * Format: date-time
             * @description When it was published.
             */
            publishedOn: string | null;
            /** @description The language the resource is in, as a language tag. */
            language: string | null;
            /**
             * Format: uri
             * @description A copy, for when the address is dead.
             */
            archivedUrl: string | null;
            /** @description What is known of the address. */
            link: {
                /** @description Alive; moved for good, to another address; forbidden: it answers, but not to us; unreachable for days; dead; unknown: it may not be asked. */
                status: ("unchecked" | "alive" | "moved" | "forbidden" | "unreachable" | "dead" | "unknown") | null;
                /** @description The HTTP status that said so. */
                httpStatus: number | null;
                /**
                 * Format: date-time
                 * @description When that was found; it may have been confirmed since.
                 */
                checkedAt: string | null;
                /**
                 * Format: uri
                 * @description The address that it has moved to.
                 */
                finalUrl: string | null;
            };
        };
        BundleMedia: {
            /** @description It stays the same for ever. */
            id: string;
            /**
             * Format: date-time
             * @description When the document last changed.
             */
            updatedAt: string;
            /** @description Where the file is, on the server that gave this answer. */
            url: string | null;
            /** @description What the picture shows, for those who cannot see it. */
            alt: string | null;
            /** @description Whom to name beside the picture. */
            credit: string | null;
            /** @description On what terms it may be used: CC BY 4.0. */
            license: string | null;
            /** @description What kind of file it is. */
            mimeType: string | null;
            /** @description In bytes. */
            filesize: number | null;
            /** @description In pixels. */
            width: number | null;
            /** @description In pixels. */
            height: number | null;
        };
        /** @description What the campaign asks, and of whom. */
        BundleDemand: {
            /** @description It stays the same for ever. */
            id: string;
            /** @description The name in addresses. It may change; the former one then redirects. */
            slug: string | null;
            /**
             * Format: date-time
             * @description When the document last changed.
             */
            updatedAt: string;
            /** @description The language that the document is shown in: the one asked for if its heading is in that, else the fallback. */
            contentLocale: string | null;
            /** @description The languages that the document is in. */
            locales: string[];
            /** @description What is asked, in one sentence. */
            title: string | null;
            /** @description The editor's own state (Lexical), for sites that render it themselves. A node of type `inlineBlock` whose `fields.blockType` is `figure` shows the claim's figure with the id in `fields.figure`, with its date if `fields.withDate`. */
            body: {
                [key: string]: unknown;
            } | null;
            /** @description The body as HTML that can stand in any page: no script, no class. Empty without one. */
            bodyHtml: string;
            /** @description The body as plain text. Empty without one. */
            bodyText: string;
            /** @description Of whom it is asked. */
            addressedTo: string | null;
            /** @description How far it has been met. */
            status: ("open" | "partly-met" | "met" | "refused") | null;
            /** @description How the status came about. */
            history: {
                /** @description It stays the same when the row is moved. */
                id: string | null;
                /** @description What the status became. */
                status: ("open" | "partly-met" | "met" | "refused") | null;
                /**
                 * Format: date-time
                 * @description On what day.
                 */
                on: string | null;
                /** @description What happened. */
                note: string | null;
                /** @description The resource in which that can be read. */
                source: components["schemas"]["BundleResource"] | null;
            }[];
            /** @description The claims that give the reasons, whole. */
            supportedBy: components["schemas"]["BundleClaim"][];
            /** @description What a visitor can do. */
            actions: {
                /** @description It stays the same when the row is moved. */
                id: string | null;
                /** @description What stands on the button or link. */
                label: string | null;
                /**
                 * Format: uri
                 * @description Where it leads.
                 */
                url: string | null;
                /** @description What it is. */
                kind: ("petition" | "letter" | "call" | "event" | "donation" | "other") | null;
            }[];
        };
        /**
         * Campaign bundle
         * @description A published campaign with everything in it, in one language. A document stands whole wherever it is shown. Fields may be added: ignore those that you do not know.
         */
        Bundle: {
            /** @description The language asked for. What is not translated is in the fallback language, or null. */
            locale: string;
            /** @description The other languages that the campaign is in, and where. */
            alternates: {
                /** @description The language. */
                locale: string;
                /**
                 * Format: uri-reference
                 * @description Where its bundle is.
                 */
                url: string;
            }[];
            /** @description It stays the same for ever. */
            id: string;
            /** @description The name in addresses. It may change; the former one then redirects. */
            slug: string | null;
            /**
             * Format: date-time
             * @description When the document last changed.
             */
            updatedAt: string;
            /** @description The language that the document is shown in: the one asked for if its heading is in that, else the fallback. */
            contentLocale: string | null;
            /** @description The languages that the document is in. */
            locales: string[];
            /** @description What the campaign is called. */
            title: string | null;
            /** @description The campaign in a sentence or two, as plain text. */
            summary: string | null;
            /** @description The editor's own state (Lexical), for sites that render it themselves. A node of type `inlineBlock` whose `fields.blockType` is `figure` shows the claim's figure with the id in `fields.figure`, with its date if `fields.withDate`. */
            body: {
                [key: string]: unknown;
            } | null;
            /** @description The body as HTML that can stand in any page: no script, no class. Empty without one. */
            bodyHtml: string;
            /** @description The body as plain text. Empty without one. */
            bodyText: string;
            /** @description In the order in which the campaign is told. */
            sections: components["schemas"]["BundleSection"][];
            /** @description Whom the campaign is addressed to. */
            target: {
                /** @description Its name. */
                name: string | null;
                /** @description What it is. */
                kind: ("company" | "government" | "institution" | "person" | "other") | null;
            };
            /** @description With its #, as people use it. */
            hashtag: string | null;
            /** @description The one thing that a visitor is asked to do. */
            callToAction: {
                /** @description What stands on the button or link. */
                label: string | null;
                /**
                 * Format: uri
                 * @description Where it leads.
                 */
                url: string | null;
            };
            /** @description The picture that stands for the campaign. */
            image: components["schemas"]["BundleMedia"] | null;
        };
        TimeMap: {
            /** @description The present document. */
            original: string;
            /** @description What answers `Accept-Datetime`; null where nothing does. */
            timegate: string | null;
            /** @description What kind of document it is. */
            collection: string;
            /** @description The id of the document. */
            id: string;
            /** @description The number of this page. */
            page: number;
            /** @description How many there are. */
            totalPages: number;
            /** @description The page after this one. */
            next: string | null;
            /** @description In order. */
            revisions: {
                /** @description Its number. */
                revision: number;
                /**
                 * Format: date-time
                 * @description From when on it was public.
                 */
                at: string;
                /**
                 * @description How it came about.
                 * @enum {string}
                 */
                kind: "published" | "updated" | "retracted" | "unpublished" | "deleted";
                /** @description The languages whose readers saw something else than before. */
                locales: string[];
                /** @description SHA-256 of its bytes, in hexadecimal; null of a withdrawal. */
                digest: string | null;
                /** @description Where it is; null of a withdrawal. */
                url: string | null;
            }[];
        };
        CampaignPermalink: {
            /** @description The language that the document is in here. */
            locale: string;
            /** @description The other languages that the document is in, and where. */
            alternates: {
                /** @description A language tag. */
                locale: string;
                /**
                 * Format: uri
                 * @description The document in that language.
                 */
                url: string;
            }[];
            /** @description It stays the same for ever. */
            id: string;
            /** @description The name in addresses. It may change; the former one then redirects. */
            slug: string | null;
            /**
             * Format: date-time
             * @description When the document last changed.
             */
            updatedAt: string;
            /** @description The language that the document is shown in: the one asked for if its heading is in that, else the fallback. */
            contentLocale: string | null;
            /** @description The languages that the document is in. */
            locales: string[];
            /** @description What the campaign is called. */
            title: string | null;
            /** @description The campaign in a sentence or two, as plain text. */
            summary: string | null;
            /** @description The editor's own state (Lexical), for sites that render it themselves. A node of type `inlineBlock` whose `fields.blockType` is `figure` shows the claim's figure with the id in `fields.figure`, with its date if `fields.withDate`. */
            body: {
                [key: string]: unknown;
            } | null;
            /** @description The body as HTML that can stand in any page: no script, no class. Empty without one. */
            bodyHtml: string;
            /** @description The body as plain text. Empty without one. */
            bodyText: string;
            /** @description In the order in which the campaign is told. */
            sections: components["schemas"]["BundleSection"][];
            /** @description Whom the campaign is addressed to. */
            target: {
                /** @description Its name. */
                name: string | null;
                /** @description What it is. */
                kind: ("company" | "government" | "institution" | "person" | "other") | null;
            };
            /** @description With its #, as people use it. */
            hashtag: string | null;
            /** @description The one thing that a visitor is asked to do. */
            callToAction: {
                /** @description What stands on the button or link. */
                label: string | null;
                /**
                 * Format: uri
                 * @description Where it leads.
                 */
                url: string | null;
            };
            /** @description The picture that stands for the campaign. */
            image: components["schemas"]["BundleMedia"] | null;
            /**
             * @description What kind of document it is.
             * @constant
             */
            collection: "campaigns";
            /**
             * Format: uri
             * @description The address of the document’s page, to link to and to quote. It says the same as JSON.
             */
            permalink: string;
            /** @description The texts that stand here in another language, for want of a translation. */
            untranslated: {
                /** @description Of the document or the row that has the text. */
                id: string;
                /** @description Its field. */
                field: string;
                /** @description The language that it is in. */
                locale: string;
            }[];
        };
        ClaimPermalink: {
            /** @description It stays the same for ever. */
            id: string;
            /** @description The name in addresses. It may change; the former one then redirects. */
            slug: string | null;
            /**
             * Format: date-time
             * @description When the document last changed.
             */
            updatedAt: string;
            /** @description The language that the document is shown in: the one asked for if its heading is in that, else the fallback. */
            contentLocale: string | null;
            /** @description The languages that the document is in. */
            locales: string[];
            /** @description The statement of fact, in one sentence. */
            statement: string | null;
            /** @description The editor's own state (Lexical), for sites that render it themselves. A node of type `inlineBlock` whose `fields.blockType` is `figure` shows the claim's figure with the id in `fields.figure`, with its date if `fields.withDate`. */
            body: {
                [key: string]: unknown;
            } | null;
            /** @description The body as HTML that can stand in any page: no script, no class. Empty without one. */
            bodyHtml: string;
            /** @description The body as plain text. Empty without one. */
            bodyText: string;
            /** @description Where the claim can be checked. */
            evidence: {
                /** @description It stays the same when the row is moved. */
                id: string | null;
                /** @description null while the source is not public. */
                source: components["schemas"]["BundleResource"] | null;
                /** @description The place in the source: page, section, minute. */
                locator: string | null;
                /** @description What the source says there, word for word. */
                quote: string | null;
                /**
                 * Format: uri
                 * @description A copy of the source as it was, for when its address is dead or says something else.
                 */
                archivedUrl: string | null;
                /**
                 * Format: date-time
                 * @description When the source was looked at.
                 */
                accessedOn: string | null;
            }[];
            /** @description Numbers that the claim rests on. The body may show them, by their ids. */
            figures: {
                /** @description It stays the same when the row is moved. */
                id: string | null;
                /** @description What is counted. */
                label: string | null;
                /** @description The number itself. */
                value: number | null;
                /** @description What it is in: %, USD, people. */
                unit: string | null;
                /**
                 * Format: date-time
                 * @description The day that the number is of.
                 */
                asOf: string | null;
            }[];
            /** @description Whether the claim has been checked, and what came of it. */
            verification: {
                /** @description Show a claim that is retracted as such, or not at all. */
                status: ("unverified" | "verified" | "disputed" | "retracted") | null;
                /**
                 * Format: date-time
                 * @description When it was last checked.
                 */
                verifiedOn: string | null;
                /**
                 * Format: date-time
                 * @description When it is to be checked again.
                 */
                reviewBy: string | null;
                /** @description What readers should know about the check: a correction, the reason of a retraction. */
                note: string | null;
            };
            /**
             * @description What kind of document it is.
             * @constant
             */
            collection: "claims";
            /**
             * Format: uri
             * @description The address of the document’s page, to link to and to quote. It says the same as JSON.
             */
            permalink: string;
            /** @description The language that the document is in here. */
            locale: string;
            /** @description The other languages that the document is in, and where. */
            alternates: {
                /** @description A language tag. */
                locale: string;
                /**
                 * Format: uri
                 * @description The document in that language.
                 */
                url: string;
            }[];
            /** @description The texts that stand here in another language, for want of a translation. */
            untranslated: {
                /** @description Of the document or the row that has the text. */
                id: string;
                /** @description Its field. */
                field: string;
                /** @description The language that it is in. */
                locale: string;
            }[];
            /** @description The campaign that it belongs to; null while that is not public. */
            campaign: {
                /** @description What the campaign is called. */
                title: string | null;
                /** @description Its name in addresses. */
                slug: string | null;
                /**
                 * Format: uri
                 * @description The address of its page.
                 */
                url: string;
            } | null;
            /** @description How to cite the claim. */
            cite: {
                /** @description A reference to be read. */
                text: string;
                /** @description The same as CSL-JSON, which Zotero and Pandoc read. */
                csl: {
                    [key: string]: unknown;
                };
                /** @description The same as BibTeX. */
                bibtex: string;
                /** @description The same as RIS. */
                ris: string;
            };
        };
        DemandPermalink: {
            /** @description It stays the same for ever. */
            id: string;
            /** @description The name in addresses. It may change; the former one then redirects. */
            slug: string | null;
            /**
             * Format: date-time
             * @description When the document last changed.
             */
            updatedAt: string;
            /** @description The language that the document is shown in: the one asked for if its heading is in that, else the fallback. */
            contentLocale: string | null;
            /** @description The languages that the document is in. */
            locales: string[];
            /** @description What is asked, in one sentence. */
            title: string | null;
            /** @description The editor's own state (Lexical), for sites that render it themselves. A node of type `inlineBlock` whose `fields.blockType` is `figure` shows the claim's figure with the id in `fields.figure`, with its date if `fields.withDate`. */
            body: {
                [key: string]: unknown;
            } | null;
            /** @description The body as HTML that can stand in any page: no script, no class. Empty without one. */
            bodyHtml: string;
            /** @description The body as plain text. Empty without one. */
            bodyText: string;
            /** @description Of whom it is asked. */
            addressedTo: string | null;
            /** @description How far it has been met. */
            status: ("open" | "partly-met" | "met" | "refused") | null;
            /** @description How the status came about. */
            history: {
                /** @description It stays the same when the row is moved. */
                id: string | null;
                /** @description What the status became. */
                status: ("open" | "partly-met" | "met" | "refused") | null;
                /**
                 * Format: date-time
                 * @description On what day.
                 */
                on: string | null;
                /** @description What happened. */
                note: string | null;
                /** @description The resource in which that can be read. */
                source: components["schemas"]["BundleResource"] | null;
            }[];
            /** @description The claims that give the reasons, whole. */
            supportedBy: components["schemas"]["BundleClaim"][];
            /** @description What a visitor can do. */
            actions: {
                /** @description It stays the same when the row is moved. */
                id: string | null;
                /** @description What stands on the button or link. */
                label: string | null;
                /**
                 * Format: uri
                 * @description Where it leads.
                 */
                url: string | null;
                /** @description What it is. */
                kind: ("petition" | "letter" | "call" | "event" | "donation" | "other") | null;
            }[];
            /**
             * @description What kind of document it is.
             * @constant
             */
            collection: "demands";
            /**
             * Format: uri
             * @description The address of the document’s page, to link to and to quote. It says the same as JSON.
             */
            permalink: string;
            /** @description The language that the document is in here. */
            locale: string;
            /** @description The other languages that the document is in, and where. */
            alternates: {
                /** @description A language tag. */
                locale: string;
                /**
                 * Format: uri
                 * @description The document in that language.
                 */
                url: string;
            }[];
            /** @description The texts that stand here in another language, for want of a translation. */
            untranslated: {
                /** @description Of the document or the row that has the text. */
                id: string;
                /** @description Its field. */
                field: string;
                /** @description The language that it is in. */
                locale: string;
            }[];
            /** @description The campaign that it belongs to; null while that is not public. */
            campaign: {
                /** @description What the campaign is called. */
                title: string | null;
                /** @description Its name in addresses. */
                slug: string | null;
                /**
                 * Format: uri
                 * @description The address of its page.
                 */
                url: string;
            } | null;
        };
        ResourcePermalink: {
            /** @description It stays the same for ever. */
            id: string;
            /** @description The name in addresses. It may change; the former one then redirects. */
            slug: string | null;
            /**
             * Format: date-time
             * @description When the document last changed.
             */
            updatedAt: string;
            /** @description The language that the document is shown in: the one asked for if its heading is in that, else the fallback. */
            contentLocale: string | null;
            /** @description The languages that the document is in. */
            locales: string[];
            /** @description What the resource is called. */
            title: string | null;
            /** @description What it is. */
            kind: ("report" | "article" | "dataset" | "toolkit" | "video" | "legal-document" | "other") | null;
            /**
             * Format: uri
             * @description Where it is on the web.
             */
            url: string | null;
            /** @description A picture of it, kept here. */
            file: components["schemas"]["BundleMedia"] | null;
            /** @description Who published it. */
            publisher: string | null;
            /** @description Who wrote or made it. */
            authors: string[];
            /**
             * Format: date-time
             * @description When it was published.
             */
            publishedOn: string | null;
            /** @description The language the resource is in, as a language tag. */
            language: string | null;
            /**
             * Format: uri
             * @description A copy, for when the address is dead.
             */
            archivedUrl: string | null;
            /** @description What is known of the address. */
            link: {
                /** @description Alive; moved for good, to another address; forbidden: it answers, but not to us; unreachable for days; dead; unknown: it may not be asked. */
                status: ("unchecked" | "alive" | "moved" | "forbidden" | "unreachable" | "dead" | "unknown") | null;
                /** @description The HTTP status that said so. */
                httpStatus: number | null;
                /**
                 * Format: date-time
                 * @description When that was found; it may have been confirmed since.
                 */
                checkedAt: string | null;
                /**
                 * Format: uri
                 * @description The address that it has moved to.
                 */
                finalUrl: string | null;
            };
            /**
             * @description What kind of document it is.
             * @constant
             */
            collection: "resources";
            /**
             * Format: uri
             * @description The address of the document’s page, to link to and to quote. It says the same as JSON.
             */
            permalink: string;
            /** @description The language that the document is in here. */
            locale: string;
            /** @description The other languages that the document is in, and where. */
            alternates: {
                /** @description A language tag. */
                locale: string;
                /**
                 * Format: uri
                 * @description The document in that language.
                 */
                url: string;
            }[];
            /** @description The texts that stand here in another language, for want of a translation. */
            untranslated: {
                /** @description Of the document or the row that has the text. */
                id: string;
                /** @description Its field. */
                field: string;
                /** @description The language that it is in. */
                locale: string;
            }[];
            /** @description The campaign that it belongs to; null while that is not public. */
            campaign: {
                /** @description What the campaign is called. */
                title: string | null;
                /** @description Its name in addresses. */
                slug: string | null;
                /**
                 * Format: uri
                 * @description The address of its page.
                 */
                url: string;
            } | null;
        };
        /** @description A link, by oEmbed 1.0 (oembed.com). */
        Oembed: {
            /**
             * @description Of oEmbed.
             * @constant
             */
            version: "1.0";
            /**
             * @description What kind of answer it is.
             * @constant
             */
            type: "link";
            /** @description What the document is called. */
            title: string;
            /** @description Whose server it is. */
            provider_name: string;
            /** @description Its address. */
            provider_url: string;
            /** @description For how many seconds it may be kept. */
            cache_age: number;
            /** @description The campaign that it belongs to. */
            author_name?: string;
            /** @description The address of the campaign’s page. */
            author_url?: string;
            /** @description A picture. */
            thumbnail_url?: string;
            /** @description In pixels. */
            thumbnail_width?: number;
            /** @description In pixels. */
            thumbnail_height?: number;
        };
        /** @description JSON Feed 1.1 (jsonfeed.org). */
        JsonFeed: {
            /**
             * @description Of JSON Feed.
             * @constant
             */
            version: "https://jsonfeed.org/version/1.1";
            /** @description Of the feed. */
            title: string;
            /** @description The page that it goes with. */
            home_page_url: string;
            /** @description The feed itself. */
            feed_url: string;
            /** @description A language tag. */
            language: string;
            /** @description Who stands for it. */
            authors: {
                /** @description Whose server it is. */
                name: string;
            }[];
            /** @description The newest, fifty at most. */
            items: {
                /** @description It stays the same for ever. */
                id: string;
                /** @description The address of the document’s page. */
                url: string;
                /** @description What it is called; of a claim that does not hold any more, that first. */
                title: string;
                /** @description What it says, as HTML. */
                content_html: string;
                /**
                 * Format: date-time
                 * @description When it was made.
                 */
                date_published: string;
                /**
                 * Format: date-time
                 * @description When it last changed.
                 */
                date_modified: string;
                /** @description Kind of document, and status. */
                tags: string[];
                /** @description Where it is another than the feed’s. */
                language?: string;
            }[];
        };
        /** @description Where the script with the web components is. */
        Embed: {
            /** @description The newest script. */
            latest: string;
            /** @description The same script under an address whose bytes never change. */
            pinned: string;
            /** @description What a page says beside it, so that a browser runs nothing else. */
            integrity: string;
            /** @description The elements. */
            elements: string[];
            /** @description All that a page’s policy must allow. */
            contentSecurityPolicy: string;
        };
        /** @description The keys that copies are signed with, as a JWK set (RFC 7517). */
        SigningKeys: {
            /** @description Those to trust, the newest first. */
            keys: {
                /**
                 * @description The kind of key.
                 * @constant
                 */
                kty: "OKP";
                /**
                 * @description The curve.
                 * @constant
                 */
                crv: "Ed25519";
                /** @description The public key. */
                x: string;
                /** @description Its fingerprint (RFC 7638), which names it in the list of a copy. */
                kid: string;
                /**
                 * @description What it is for.
                 * @constant
                 */
                use: "sig";
                /**
                 * @description How it signs.
                 * @constant
                 */
                alg: "EdDSA";
                /**
                 * Format: date-time
                 * @description Since when copies have been signed with it.
                 */
                since: string;
            }[];
            /** @description Those not to trust any more, whatever they have signed. */
            withdrawn: {
                /**
                 * @description The kind of key.
                 * @constant
                 */
                kty: "OKP";
                /**
                 * @description The curve.
                 * @constant
                 */
                crv: "Ed25519";
                /** @description The public key. */
                x: string;
                /** @description Its fingerprint (RFC 7638), which names it in the list of a copy. */
                kid: string;
                /**
                 * @description What it is for.
                 * @constant
                 */
                use: "sig";
                /**
                 * @description How it signs.
                 * @constant
                 */
                alg: "EdDSA";
                /**
                 * Format: date-time
                 * @description Since when copies have been signed with it.
                 */
                since: string;
                /**
                 * Format: date-time
                 * @description When that was said.
                 */
                withdrawnAt: string;
            }[];
        };
        /** @description What a GraphQL request gives: `data`, `errors`, or both. */
        GraphqlResult: {
            /** @description What was asked for. */
            data?: Record<string, never> | null;
            /** @description What could not be answered. */
            errors?: {
                /** @description What is wrong. */
                message: string;
                /** @description Where in the query: lines and columns. */
                locations?: Record<string, never>[];
                /** @description Where in the answer. */
                path?: (string | number)[];
                /** @description More about it. */
                extensions?: Record<string, never>;
            }[];
        };
        /** @description The newest change of a document, with the document. */
        DocumentChange: {
            /** @description What kind of document it is. */
            collection: string;
            /** @description The id of the document. */
            id: string;
            /** @description Its name in addresses, or the last that it had. */
            slug: string | null;
            /**
             * @description What has become of it.
             * @enum {string}
             */
            kind: "published" | "updated" | "retracted" | "unpublished" | "deleted";
            /** @description The languages whose readers see something else. */
            locales: string[];
            /**
             * Format: date-time
             * @description When that was.
             */
            at: string;
            /** @description Its own count of its changes. */
            revision: number;
            /** @description SHA-256 of the document in the canonical JSON of RFC 8785; null when it is gone. */
            digest: string | null;
            /**
             * @description There when the document is gone.
             * @constant
             */
            tombstone?: true;
            /** @description What `GET /api/{collection}/{id}?depth=0&locale=all` gives; null when it is gone. */
            document: Record<string, never> | null;
        };
        /** @description What a partner has. */
        Audit: {
            /** @description The documents. */
            items: {
                /** @description What kind of document it is. */
                collection: string;
                /** @description The id of the document. */
                id: string;
                /** @description The digest of the copy. */
                digest: string;
            }[];
            /** @description Of which collections to tell what is missing. */
            collections?: string[];
            /** @description The list is complete for ids after this one. */
            after?: string;
            /** @description The list is complete for ids up to this one. */
            through?: string;
        };
        /** @description The newest change of a document. */
        DocumentState: {
            /** @description What kind of document it is. */
            collection: string;
            /** @description The id of the document. */
            id: string;
            /** @description Its name in addresses, or the last that it had. */
            slug: string | null;
            /**
             * @description What has become of it.
             * @enum {string}
             */
            kind: "published" | "updated" | "retracted" | "unpublished" | "deleted";
            /** @description The languages whose readers see something else. */
            locales: string[];
            /**
             * Format: date-time
             * @description When that was.
             */
            at: string;
            /** @description Its own count of its changes. */
            revision: number;
            /** @description SHA-256 of the document in the canonical JSON of RFC 8785; null when it is gone. */
            digest: string | null;
            /**
             * @description There when the document is gone.
             * @constant
             */
            tombstone?: true;
        };
        /** @description How often a partner has asked. */
        Usage: {
            /** @description The days on which anything was asked for, newest first. */
            docs: {
                /**
                 * Format: date
                 * @description The day (UTC).
                 */
                day: string;
                /** @description How many requests were let through, with all keys together. */
                requests: number;
                /** @description How many of those were answered from memory. */
                cached: number;
                /** @description How many were refused with 429. */
                throttled: number;
            }[];
        };
        /** @description What a webhook is told. */
        WebhookEvent: {
            /** @description The collection and what became of the document, as `claims.updated`; or `ping`. */
            type: string;
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            /** @description What happened, and where it is read. Of a ping it is empty. */
            data: {
                /** @description Its place in the change log. */
                sequence?: number;
                /** @description What kind of document it is. */
                collection?: string;
                /** @description The id of the document. */
                id?: string;
                /** @description Its name in addresses, or its last one. */
                slug?: string | null;
                /**
                 * @description What has become of it.
                 * @enum {string}
                 */
                kind?: "published" | "updated" | "retracted" | "unpublished" | "deleted";
                /** @description Whether something else is claimed now: another figure, or that it is disputed. */
                isCorrection?: boolean;
                /** @description The languages whose readers see something else. */
                locales?: string[];
                /**
                 * Format: date-time
                 * @description When that was.
                 */
                at?: string;
                /** @description As in the changes; null when it is gone. */
                digest?: string | null;
                /** @description Where the document is read. */
                url?: string;
                /** @description There when an acknowledgement is asked for. */
                acknowledge?: {
                    /** @description Where to send it. */
                    url: string;
                    /** @description What to send. */
                    token: string;
                };
            };
        };
        /** @description What is noted of an acknowledgement. */
        Acknowledged: {
            /**
             * Format: date-time
             * @description When it was given first.
             */
            acknowledgedAt: string;
            /** @description By whom, if that was said. */
            acknowledgedBy: string | null;
        };
    };
    responses: {
        /** @description What was published at the time asked for is there. */
        Status302: {
            headers: {
                Location: components["headers"]["Location"];
                Link: components["headers"]["Link"];
                "Cache-Control": components["headers"]["Cache-Control"];
                Vary: components["headers"]["Vary"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Content-Language": components["headers"]["Content-Language"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The answer that you have is current. */
        Status304: {
            headers: {
                ETag: components["headers"]["ETag"];
                "Last-Modified": components["headers"]["Last-Modified"];
                Age: components["headers"]["Age"];
                "Cache-Control": components["headers"]["Cache-Control"];
                Vary: components["headers"]["Vary"];
                "Surrogate-Key": components["headers"]["Surrogate-Key"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Content-Language": components["headers"]["Content-Language"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The document has another name now. */
        Status308: {
            headers: {
                Location: components["headers"]["Location"];
                Age: components["headers"]["Age"];
                "Cache-Control": components["headers"]["Cache-Control"];
                Vary: components["headers"]["Vary"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Content-Language": components["headers"]["Content-Language"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The request is wrong; each mistake is named. */
        Status400: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Errors"];
            };
        };
        /** @description The key is wrong, or has been switched off. */
        Status401: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Errors"];
            };
        };
        /** @description That is not for everybody: drafts, the trash. */
        Status403: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Errors"];
            };
        };
        /** @description There is no such document, or it is not public. */
        Status404: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Errors"];
            };
        };
        /** @description The document was public and has been withdrawn. */
        Status410: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Gone"];
            };
        };
        /** @description The address is too long. */
        Status414: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Errors"];
            };
        };
        /** @description The file has no such part. */
        Status416: {
            headers: {
                Vary: components["headers"]["Vary"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description Too many requests. */
        Status429: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Errors"];
            };
        };
        /** @description The headers are longer than 32 kB, or too many. */
        Status431: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The server has too much to do, or its database does not answer. Ask again. */
        Status503: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Errors"];
            };
        };
        /** @description The request is wrong; each mistake is named. */
        Status400Page: {
            headers: {
                "Content-Language": components["headers"]["Content-Language"];
                Vary: components["headers"]["Vary"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Errors"];
                "text/html": string;
            };
        };
        /** @description There is no such document, or it is not public. */
        Status404Page: {
            headers: {
                "Content-Language": components["headers"]["Content-Language"];
                Vary: components["headers"]["Vary"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Errors"];
                "text/html": string;
            };
        };
        /** @description The document was public and has been withdrawn. */
        Status410Page: {
            headers: {
                "Content-Language": components["headers"]["Content-Language"];
                Vary: components["headers"]["Vary"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Gone"];
                "text/html": string;
            };
        };
    };
    parameters: {
        /** @description How many documents a page has. */
        limit: number;
        /** @description Which page. */
        page: number;
        /** @description Everything on one page is not to be had; use `limit` and `page`. */
        pagination: true;
        /** @description How many steps of relations are answered as documents. With 0 a relation is an id. */
        depth: number;
        /** @description The newest draft instead of what is published. `true` is for those who may read drafts. */
        draft: boolean;
        /** @description Also what is in the trash. `true` is for editors. */
        trash: boolean;
        /** @description Which fields of related documents are answered, by their collection. In the address every level is in brackets: `populate[campaigns][id]=true`. */
        populate: {
            campaigns?: true | components["schemas"]["CampaignSelect"];
            claims?: true | components["schemas"]["ClaimSelect"];
            demands?: true | components["schemas"]["DemandSelect"];
            resources?: true | components["schemas"]["ResourceSelect"];
            media?: true | components["schemas"]["MediaSelect"];
        };
        /** @description The language. With `all` a text is an object with a value for each language, and null where there is none. */
        locale: "en" | "es" | "all";
        /** @description The language of what is not translated; with `none` that is null. Left out: en. */
        fallbackLocale: "en" | "es" | "none";
        /** @description The same as `fallbackLocale`. */
        "fallback-locale": "en" | "es" | "none";
        /** @description The `ETag` of the answer that you have: the answer is 304 while it is current. */
        "If-None-Match": string;
    };
    requestBodies: never;
    headers: {
        /** @description What to send as `If-None-Match` next time. */
        ETag: string;
        /** @description When anything in the content last changed. */
        "Last-Modified": string;
        /** @description For how many seconds the answer has not been confirmed as current: 0, unless the database cannot be reached. */
        Age: number;
        /** @description How long a cache may give the answer. */
        "Cache-Control": string;
        /** @description The headers of the request that the answer depends on. */
        Vary: string;
        /** @description What the answer was made from, for a cache in front that is told of changes. */
        "Surrogate-Key": string;
        /** @description Since when something that the request used is deprecated (RFC 9745): `@` and seconds. */
        Deprecation: string;
        /** @description When that will be gone (RFC 8594). */
        Sunset: string;
        /** @description Where the same is answered. */
        Location: string;
        /** @description In how many seconds to ask again. */
        "Retry-After": number;
        /** @description What may be asked (`q`) in how many seconds (`w`), by whose limit. */
        "RateLimit-Policy": string;
        /** @description How much of that is left (`r`), for how many seconds (`t`). */
        RateLimit: string;
        /** @description SHA-256 of the body in the encoding in which it is sent (RFC 9530). */
        "Repr-Digest": string;
        /** @description Where the same is in other forms, and as it was (RFC 8288, RFC 7089). */
        Link: string;
        /** @description Since when what is answered was public (RFC 7089). */
        "Memento-Datetime": string;
        /** @description There when the document has been retracted since. */
        "Handbill-Status": "retracted";
        /** @description The language of the answer. */
        "Content-Language": string;
        /** @description A name to save it under. */
        "Content-Disposition": string;
    };
    pathItems: never;
}
export type Campaign = components['schemas']['Campaign'];
export type CampaignInAllLanguages = components['schemas']['CampaignInAllLanguages'];
export type CampaignPart = components['schemas']['CampaignPart'];
export type CampaignPartInAllLanguages = components['schemas']['CampaignPartInAllLanguages'];
export type AnyCampaign = components['schemas']['AnyCampaign'];
export type CampaignWhere = components['schemas']['CampaignWhere'];
export type CampaignSelect = components['schemas']['CampaignSelect'];
export type CampaignPage = components['schemas']['CampaignPage'];
export type Claim = components['schemas']['Claim'];
export type ClaimInAllLanguages = components['schemas']['ClaimInAllLanguages'];
export type ClaimPart = components['schemas']['ClaimPart'];
export type ClaimPartInAllLanguages = components['schemas']['ClaimPartInAllLanguages'];
export type AnyClaim = components['schemas']['AnyClaim'];
export type ClaimWhere = components['schemas']['ClaimWhere'];
export type ClaimSelect = components['schemas']['ClaimSelect'];
export type ClaimPage = components['schemas']['ClaimPage'];
export type Demand = components['schemas']['Demand'];
export type DemandInAllLanguages = components['schemas']['DemandInAllLanguages'];
export type DemandPart = components['schemas']['DemandPart'];
export type DemandPartInAllLanguages = components['schemas']['DemandPartInAllLanguages'];
export type AnyDemand = components['schemas']['AnyDemand'];
export type DemandWhere = components['schemas']['DemandWhere'];
export type DemandSelect = components['schemas']['DemandSelect'];
export type DemandPage = components['schemas']['DemandPage'];
export type Resource = components['schemas']['Resource'];
export type ResourceInAllLanguages = components['schemas']['ResourceInAllLanguages'];
export type ResourcePart = components['schemas']['ResourcePart'];
export type ResourcePartInAllLanguages = components['schemas']['ResourcePartInAllLanguages'];
export type AnyResource = components['schemas']['AnyResource'];
export type ResourceWhere = components['schemas']['ResourceWhere'];
export type ResourceSelect = components['schemas']['ResourceSelect'];
export type ResourcePage = components['schemas']['ResourcePage'];
export type Media = components['schemas']['Media'];
export type MediaPart = components['schemas']['MediaPart'];
export type AnyMedia = components['schemas']['AnyMedia'];
export type MediaWhere = components['schemas']['MediaWhere'];
export type MediaSelect = components['schemas']['MediaSelect'];
export type MediaPage = components['schemas']['MediaPage'];
export type RichText = components['schemas']['RichText'];
export type TextFilter = components['schemas']['TextFilter'];
export type ListedTextFilter = components['schemas']['ListedTextFilter'];
export type NumberFilter = components['schemas']['NumberFilter'];
export type ListedNumberFilter = components['schemas']['ListedNumberFilter'];
export type DateFilter = components['schemas']['DateFilter'];
export type ListedDateFilter = components['schemas']['ListedDateFilter'];
export type IdFilter = components['schemas']['IdFilter'];
export type ListedIdFilter = components['schemas']['ListedIdFilter'];
export type ExistsFilter = components['schemas']['ExistsFilter'];
export type Errors = components['schemas']['Errors'];
export type Gone = components['schemas']['Gone'];
export type Tombstone = components['schemas']['Tombstone'];
export type BundleSection = components['schemas']['BundleSection'];
export type BundleItem = components['schemas']['BundleItem'];
export type BundleClaim = components['schemas']['BundleClaim'];
export type BundleResource = components['schemas']['BundleResource'];
export type BundleMedia = components['schemas']['BundleMedia'];
export type BundleDemand = components['schemas']['BundleDemand'];
export type Bundle = components['schemas']['Bundle'];
export type TimeMap = components['schemas']['TimeMap'];
export type CampaignPermalink = components['schemas']['CampaignPermalink'];
export type ClaimPermalink = components['schemas']['ClaimPermalink'];
export type DemandPermalink = components['schemas']['DemandPermalink'];
export type ResourcePermalink = components['schemas']['ResourcePermalink'];
export type Oembed = components['schemas']['Oembed'];
export type JsonFeed = components['schemas']['JsonFeed'];
export type Embed = components['schemas']['Embed'];
export type SigningKeys = components['schemas']['SigningKeys'];
export type GraphqlResult = components['schemas']['GraphqlResult'];
export type DocumentChange = components['schemas']['DocumentChange'];
export type Audit = components['schemas']['Audit'];
export type DocumentState = components['schemas']['DocumentState'];
export type Usage = components['schemas']['Usage'];
export type WebhookEvent = components['schemas']['WebhookEvent'];
export type Acknowledged = components['schemas']['Acknowledged'];
export type ResponseStatus302 = components['responses']['Status302'];
export type ResponseStatus304 = components['responses']['Status304'];
export type ResponseStatus308 = components['responses']['Status308'];
export type ResponseStatus400 = components['responses']['Status400'];
export type ResponseStatus401 = components['responses']['Status401'];
export type ResponseStatus403 = components['responses']['Status403'];
export type ResponseStatus404 = components['responses']['Status404'];
export type ResponseStatus410 = components['responses']['Status410'];
export type ResponseStatus414 = components['responses']['Status414'];
export type ResponseStatus416 = components['responses']['Status416'];
export type ResponseStatus429 = components['responses']['Status429'];
export type ResponseStatus431 = components['responses']['Status431'];
export type ResponseStatus503 = components['responses']['Status503'];
export type ResponseStatus400Page = components['responses']['Status400Page'];
export type ResponseStatus404Page = components['responses']['Status404Page'];
export type ResponseStatus410Page = components['responses']['Status410Page'];
export type ParameterLimit = components['parameters']['limit'];
export type ParameterPage = components['parameters']['page'];
export type ParameterPagination = components['parameters']['pagination'];
export type ParameterDepth = components['parameters']['depth'];
export type ParameterDraft = components['parameters']['draft'];
export type ParameterTrash = components['parameters']['trash'];
export type ParameterPopulate = components['parameters']['populate'];
export type ParameterLocale = components['parameters']['locale'];
export type ParameterFallbackLocale = components['parameters']['fallbackLocale'];
export type ParameterFallbackLocale_2 = components['parameters']['fallback-locale'];
export type ParameterIfNoneMatch = components['parameters']['If-None-Match'];
export type HeaderETag = components['headers']['ETag'];
export type HeaderLastModified = components['headers']['Last-Modified'];
export type HeaderAge = components['headers']['Age'];
export type HeaderCacheControl = components['headers']['Cache-Control'];
export type HeaderVary = components['headers']['Vary'];
export type HeaderSurrogateKey = components['headers']['Surrogate-Key'];
export type HeaderDeprecation = components['headers']['Deprecation'];
export type HeaderSunset = components['headers']['Sunset'];
export type HeaderLocation = components['headers']['Location'];
export type HeaderRetryAfter = components['headers']['Retry-After'];
export type HeaderRateLimitPolicy = components['headers']['RateLimit-Policy'];
export type HeaderRateLimit = components['headers']['RateLimit'];
export type HeaderReprDigest = components['headers']['Repr-Digest'];
export type HeaderLink = components['headers']['Link'];
export type HeaderMementoDatetime = components['headers']['Memento-Datetime'];
export type HeaderHandbillStatus = components['headers']['Handbill-Status'];
export type HeaderContentLanguage = components['headers']['Content-Language'];
export type HeaderContentDisposition = components['headers']['Content-Disposition'];
export type $defs = Record<string, never>;
export interface operations {
    permalinkSchema: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A JSON Schema (draft 2020-12). */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    Age: components["headers"]["Age"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Surrogate-Key": components["headers"]["Surrogate-Key"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Language": components["headers"]["Content-Language"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/schema+json": Record<string, never>;
                };
            };
            401: components["responses"]["Status401"];
            414: components["responses"]["Status414"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    listCampaigns: {
        parameters: {
            query?: {
                /** @description How many steps of relations are answered as documents. With 0 a relation is an id. */
                depth?: components["parameters"]["depth"];
                /** @description The newest draft instead of what is published. `true` is for those who may read drafts. */
                draft?: components["parameters"]["draft"];
                /** @description The same as `fallbackLocale`. */
                "fallback-locale"?: components["parameters"]["fallback-locale"];
                /** @description The language of what is not translated; with `none` that is null. Left out: en. */
                fallbackLocale?: components["parameters"]["fallbackLocale"];
                /** @description There is nothing to join here. */
                joins?: false;
                /** @description The language. With `all` a text is an object with a value for each language, and null where there is none. */
                locale?: components["parameters"]["locale"];
                /** @description Which fields of related documents are answered, by their collection. In the address every level is in brackets: `populate[campaigns][id]=true`. */
                populate?: components["parameters"]["populate"];
                /** @description Which fields are answered; `false` leaves one out. In the address every level is in brackets: `select[id]=true`. */
                select?: components["schemas"]["CampaignSelect"];
                /** @description Also what is in the trash. `true` is for editors. */
                trash?: components["parameters"]["trash"];
                /** @description How many documents a page has. */
                limit?: components["parameters"]["limit"];
                /** @description Which page. */
                page?: components["parameters"]["page"];
                /** @description Everything on one page is not to be had; use `limit` and `page`. */
                pagination?: components["parameters"]["pagination"];
                /** @description The order: paths, the first counts first; with `-` in front it is descending. */
                sort?: ("id" | "-id" | "title" | "-title" | "summary" | "-summary" | "target.name" | "-target.name" | "target.kind" | "-target.kind" | "hashtag" | "-hashtag" | "callToAction.label" | "-callToAction.label" | "callToAction.url" | "-callToAction.url" | "slug" | "-slug" | "updatedAt" | "-updatedAt" | "createdAt" | "-createdAt" | "deletedAt" | "-deletedAt" | "_status" | "-_status")[];
                /** @description Which documents. In the address every level is in brackets: `where[title][exists]=true`, `where[or][0][id][in]=a,b`. */
                where?: components["schemas"]["CampaignWhere"];
            };
            header?: {
                /** @description The `ETag` of the answer that you have: the answer is 304 while it is current. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    Age: components["headers"]["Age"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Surrogate-Key": components["headers"]["Surrogate-Key"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Language": components["headers"]["Content-Language"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignPage"];
                };
            };
            304: components["responses"]["Status304"];
            400: components["responses"]["Status400"];
            401: components["responses"]["Status401"];
            403: components["responses"]["Status403"];
            414: components["responses"]["Status414"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    campaignById: {
        parameters: {
            query?: {
                /** @description How many steps of relations are answered as documents. With 0 a relation is an id. */
                depth?: components["parameters"]["depth"];
                /** @description The newest draft instead of what is published. `true` is for those who may read drafts. */
                draft?: components["parameters"]["draft"];
                /** @description The same as `fallbackLocale`. */
                "fallback-locale"?: components["parameters"]["fallback-locale"];
                /** @description The language of what is not translated; with `none` that is null. Left out: en. */
                fallbackLocale?: components["parameters"]["fallbackLocale"];
                /** @description There is nothing to join here. */
                joins?: false;
                /** @description The language. With `all` a text is an object with a value for each language, and null where there is none. */
                locale?: components["parameters"]["locale"];
                /** @description Which fields of related documents are answered, by their collection. In the address every level is in brackets: `populate[campaigns][id]=true`. */
                populate?: components["parameters"]["populate"];
                /** @description Which fields are answered; `false` leaves one out. In the address every level is in brackets: `select[id]=true`. */
                select?: components["schemas"]["CampaignSelect"];
                /** @description Also what is in the trash. `true` is for editors. */
                trash?: components["parameters"]["trash"];
            };
            header?: {
                /** @description The `ETag` of the answer that you have: the answer is 304 while it is current. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description The id of the document. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    Age: components["headers"]["Age"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Surrogate-Key": components["headers"]["Surrogate-Key"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Language": components["headers"]["Content-Language"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnyCampaign"];
                };
            };
            304: components["responses"]["Status304"];
            400: components["responses"]["Status400"];
            401: components["responses"]["Status401"];
            403: components["responses"]["Status403"];
            404: components["responses"]["Status404"];
            410: components["responses"]["Status410"];
            414: components["responses"]["Status414"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    campaignBySlug: {
        parameters: {
            query?: {
                /** @description How many steps of relations are answered as documents. With 0 a relation is an id. */
                depth?: components["parameters"]["depth"];
                /** @description The newest draft instead of what is published. `true` is for those who may read drafts. */
                draft?: components["parameters"]["draft"];
                /** @description The same as `fallbackLocale`. */
                "fallback-locale"?: components["parameters"]["fallback-locale"];
                /** @description The language of what is not translated; with `none` that is null. Left out: en. */
                fallbackLocale?: components["parameters"]["fallbackLocale"];
                /** @description There is nothing to join here. */
                joins?: false;
                /** @description The language. With `all` a text is an object with a value for each language, and null where there is none. */
                locale?: components["parameters"]["locale"];
                /** @description Which fields of related documents are answered, by their collection. In the address every level is in brackets: `populate[campaigns][id]=true`. */
                populate?: components["parameters"]["populate"];
                /** @description Which fields are answered; `false` leaves one out. In the address every level is in brackets: `select[id]=true`. */
                select?: components["schemas"]["CampaignSelect"];
                /** @description Also what is in the trash. `true` is for editors. */
                trash?: components["parameters"]["trash"];
            };
            header?: {
                /** @description A time, as HTTP writes it: the answer leads to what was published then (RFC 7089). It takes no other parameter then but `depth=0` and `locale=all`. */
                "Accept-Datetime"?: string;
                /** @description The `ETag` of the answer that you have: the answer is 304 while it is current. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description The name of the document in addresses. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    Age: components["headers"]["Age"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Surrogate-Key": components["headers"]["Surrogate-Key"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Language": components["headers"]["Content-Language"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnyCampaign"];
                };
            };
            302: components["responses"]["Status302"];
            304: components["responses"]["Status304"];
            308: components["responses"]["Status308"];
            400: components["responses"]["Status400"];
            401: components["responses"]["Status401"];
            403: components["responses"]["Status403"];
            404: components["responses"]["Status404"];
            410: components["responses"]["Status410"];
            414: components["responses"]["Status414"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    countCampaigns: {
        parameters: {
            query?: {
                /** @description The language. With `all` a text is an object with a value for each language, and null where there is none. */
                locale?: components["parameters"]["locale"];
                /** @description Also what is in the trash. `true` is for editors. */
                trash?: components["parameters"]["trash"];
                /** @description Which documents. In the address every level is in brackets: `where[title][exists]=true`, `where[or][0][id][in]=a,b`. */
                where?: components["schemas"]["CampaignWhere"];
            };
            header?: {
                /** @description The `ETag` of the answer that you have: the answer is 304 while it is current. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The number. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    Age: components["headers"]["Age"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Surrogate-Key": components["headers"]["Surrogate-Key"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Language": components["headers"]["Content-Language"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description How many. */
                        totalDocs: number;
                    };
                };
            };
            304: components["responses"]["Status304"];
            400: components["responses"]["Status400"];
            401: components["responses"]["Status401"];
            403: components["responses"]["Status403"];
            414: components["responses"]["Status414"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    campaignBundle: {
        parameters: {
            query?: {
                /** @description The language. With `all` a text is an object with a value for each language, and null where there is none. */
                locale?: components["parameters"]["locale"];
                /** @description The language of what is not translated; with `none` that is null. Left out: en. */
                fallbackLocale?: components["parameters"]["fallbackLocale"];
                /** @description The same as `fallbackLocale`. */
                "fallback-locale"?: components["parameters"]["fallback-locale"];
            };
            header?: {
                /** @description The `ETag` of the answer that you have: the answer is 304 while it is current. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description The slug. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The campaign. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    Age: components["headers"]["Age"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Surrogate-Key": components["headers"]["Surrogate-Key"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Language": components["headers"]["Content-Language"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bundle"];
                };
            };
            304: components["responses"]["Status304"];
            308: components["responses"]["Status308"];
            400: components["responses"]["Status400"];
            401: components["responses"]["Status401"];
            404: components["responses"]["Status404"];
            410: components["responses"]["Status410"];
            414: components["responses"]["Status414"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    bundleSchema: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A JSON Schema (draft 2020-12). */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    Age: components["headers"]["Age"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Surrogate-Key": components["headers"]["Surrogate-Key"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Language": components["headers"]["Content-Language"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/schema+json": Record<string, never>;
                };
            };
            401: components["responses"]["Status401"];
            414: components["responses"]["Status414"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    campaignsRevision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id. */
                id: string;
                /** @description The number of the revision. */
                revision: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document as it was. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    Age: components["headers"]["Age"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Surrogate-Key": components["headers"]["Surrogate-Key"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Language": components["headers"]["Content-Language"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link"];
                    "Memento-Datetime": components["headers"]["Memento-Datetime"];
                    "Handbill-Status": components["headers"]["Handbill-Status"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            304: components["responses"]["Status304"];
            400: components["responses"]["Status400"];
            401: components["responses"]["Status401"];
            404: components["responses"]["Status404"];
            410: components["responses"]["Status410"];
            414: components["responses"]["Status414"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    campaignsTimeMap: {
        parameters: {
            query?: {
                /** @description The page. */
                page?: number;
            };
            header?: never;
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The versions. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    Age: components["headers"]["Age"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Surrogate-Key": components["headers"]["Surrogate-Key"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Language": components["headers"]["Content-Language"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimeMap"];
                    "application/link-format": string;
                };
            };
            400: components["responses"]["Status400"];
            401: components["responses"]["Status401"];
            404: components["responses"]["Status404"];
            410: components["responses"]["Status410"];
            414: components["responses"]["Status414"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    listClaims: {
        parameters: {
            query?: {
                /** @description How many steps of relations are answered as documents. With 0 a relation is an id. */
                depth?: components["parameters"]["depth"];
                /** @description The newest draft instead of what is published. `true` is for those who may read drafts. */
                draft?: components["parameters"]["draft"];
                /** @description The same as `fallbackLocale`. */
                "fallback-locale"?: components["parameters"]["fallback-locale"];
                /** @description The language of what is not translated; with `none` that is null. Left out: en. */
                fallbackLocale?: components["parameters"]["fallbackLocale"];
                /** @description There is nothing to join here. */
                joins?: false;
                /** @description The language. With `all` a text is an object with a value for each language, and null where there is none. */
                locale?: components["parameters"]["locale"];
                /** @description Which fields of related documents are answered, by their collection. In the address every level is in brackets: `populate[campaigns][id]=true`. */
                populate?: components["parameters"]["populate"];
                /** @description Which fields are answered; `false` leaves one out. In the address every level is in brackets: `select[id]=true`. */
                select?: components["schemas"]["ClaimSelect"];
                /** @description Also what is in the trash. `true` is for editors. */
                trash?: components["parameters"]["trash"];
                /** @description How many documents a page has. */
                limit?: components["parameters"]["limit"];
                /** @description Which page. */
                page?: components["parameters"]["page"];
                /** @description Everything on one page is not to be had; use `limit` and `page`. */
                pagination?: components["parameters"]["pagination"];
                /** @description The order: paths, the first counts first; with `-` in front it is descending. */
                sort?: ("id" | "-id" | "statement" | "-statement" | "verification.status" | "-verification.status" | "verification.verifiedOn" | "-verification.verifiedOn" | "verification.reviewBy" | "-verification.reviewBy" | "verification.note" | "-verification.note" | "slug" | "-slug" | "updatedAt" | "-updatedAt" | "createdAt" | "-createdAt" | "deletedAt" | "-deletedAt" | "_status" | "-_status")[];
                /** @description Which documents. In the address every level is in brackets: `where[statement][exists]=true`, `where[or][0][id][in]=a,b`. */
                where?: components["schemas"]["ClaimWhere"];
            };
            header?: {
                /** @description The `ETag` of the answer that you have: the answer is 304 while it is current. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    Age: components["headers"]["Age"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Surrogate-Key": components["headers"]["Surrogate-Key"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Language": components["headers"]["Content-Language"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimPage"];
                };
            };
            304: components["responses"]["Status304"];
            400: components["responses"]["Status400"];
            401: components["responses"]["Status401"];
            403: components["responses"]["Status403"];
            414: components["responses"]["Status414"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    claimById: {
        parameters: {
            query?: {
                /** @description How many steps of relations are answered as documents. With 0 a relation is an id. */
                depth?: components["parameters"]["depth"];
                /** @description The newest draft instead of what is published. `true` is for those who may read drafts. */
                draft?: components["parameters"]["draft"];
                /** @description The same as `fallbackLocale`. */
                "fallback-locale"?: components["parameters"]["fallback-locale"];
                /** @description The language of what is not translated; with `none` that is null. Left out: en. */
                fallbackLocale?: components["parameters"]["fallbackLocale"];
                /** @description There is nothing to join here. */
                joins?: false;
                /** @description The language. With `all` a text is an object with a value for each language, and null where there is none. */
                locale?: components["parameters"]["locale"];
                /** @description Which fields of related documents are answered, by their collection. In the address every level is in brackets: `populate[campaigns][id]=true`. */
                populate?: components["parameters"]["populate"];
                /** @description Which fields are answered; `false` leaves one out. In the address every level is in brackets: `select[id]=true`. */
                select?: components["schemas"]["ClaimSelect"];
                /** @description Also what is in the trash. `true` is for editors. */
                trash?: components["parameters"]["trash"];
            };
            header?: {
                /** @description The `ETag` of the answer that you have: the answer is 304 while it is current. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description The id of the document. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    Age: components["headers"]["Age"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Surrogate-Key": components["headers"]["Surrogate-Key"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Language": components["headers"]["Content-Language"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnyClaim"];
                };
            };
            304: components["responses"]["Status304"];
            400: components["responses"]["Status400"];
            401: components["responses"]["Status401"];
            403: components["responses"]["Status403"];
            404: components["responses"]["Status404"];
            410: components["responses"]["Status410"];
            414: components["responses"]["Status414"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    claimBySlug: {
        parameters: {
            query?: {
                /** @description How many steps of relations are answered as documents. With 0 a relation is an id. */
                depth?: components["parameters"]["depth"];
                /** @description The newest draft instead of what is published. `true` is for those who may read drafts. */
                draft?: components["parameters"]["draft"];
                /** @description The same as `fallbackLocale`. */
                "fallback-locale"?: components["parameters"]["fallback-locale"];
                /** @description The language of what is not translated; with `none` that is null. Left out: en. */
                fallbackLocale?: components["parameters"]["fallbackLocale"];
                /** @description There is nothing to join here. */
                joins?: false;
                /** @description The language. With `all` a text is an object with a value for each language, and null where there is none. */
                locale?: components["parameters"]["locale"];
                /** @description Which fields of related documents are answered, by their collection. In the address every level is in brackets: `populate[campaigns][id]=true`. */
                populate?: components["parameters"]["populate"];
                /** @description Which fields are answered; `false` leaves one out. In the address every level is in brackets: `select[id]=true`. */
                select?: components["schemas"]["ClaimSelect"];
                /** @description Also what is in the trash. `true` is for editors. */
                trash?: components["parameters"]["trash"];
            };
            header?: {
                /** @description A time, as HTTP writes it: the answer leads to what was published then (RFC 7089). It takes no other parameter then but `depth=0` and `locale=all`. */
                "Accept-Datetime"?: string;
                /** @description The `ETag` of the answer that you have: the answer is 304 while it is current. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description The name of the document in addresses. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    Age: components["headers"]["Age"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Surrogate-Key": components["headers"]["Surrogate-Key"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Language": components["headers"]["Content-Language"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnyClaim"];
                };
            };
            302: components["responses"]["Status302"];
            304: components["responses"]["Status304"];
            308: components["responses"]["Status308"];
            400: components["responses"]["Status400"];
            401: components["responses"]["Status401"];
            403: components["responses"]["Status403"];
            404: components["responses"]["Status404"];
            410: components["responses"]["Status410"];
            414: components["responses"]["Status414"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    countClaims: {
        parameters: {
            query?: {
                /** @description The language. With `all` a text is an object with a value for each language, and null where there is none. */
                locale?: components["parameters"]["locale"];
                /** @description Also what is in the trash. `true` is for editors. */
                trash?: components["parameters"]["trash"];
                /** @description Which documents. In the address every level is in brackets: `where[statement][exists]=true`, `where[or][0][id][in]=a,b`. */
                where?: components["schemas"]["ClaimWhere"];
            };
            header?: {
                /** @description The `ETag` of the answer that you have: the answer is 304 while it is current. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The number. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    Age: components["headers"]["Age"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Surrogate-Key": components["headers"]["Surrogate-Key"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Language": components["headers"]["Content-Language"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description How many. */
                        totalDocs: number;
                    };
                };
            };
            304: components["responses"]["Status304"];
            400: components["responses"]["Status400"];
            401: components["responses"]["Status401"];
            403: components["responses"]["Status403"];
            414: components["responses"]["Status414"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    claimsRevision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id. */
                id: string;
                /** @description The number of the revision. */
                revision: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document as it was. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    Age: components["headers"]["Age"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Surrogate-Key": components["headers"]["Surrogate-Key"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Language": components["headers"]["Content-Language"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link"];
                    "Memento-Datetime": components["headers"]["Memento-Datetime"];
                    "Handbill-Status": components["headers"]["Handbill-Status"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            304: components["responses"]["Status304"];
            400: components["responses"]["Status400"];
            401: components["responses"]["Status401"];
            404: components["responses"]["Status404"];
            410: components["responses"]["Status410"];
            414: components["responses"]["Status414"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    claimsTimeMap: {
        parameters: {
            query?: {
                /** @description The page. */
                page?: number;
            };
            header?: never;
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The versions. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    Age: components["headers"]["Age"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Surrogate-Key": components["headers"]["Surrogate-Key"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Language": components["headers"]["Content-Language"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimeMap"];
                    "application/link-format": string;
                };
            };
            400: components["responses"]["Status400"];
            401: components["responses"]["Status401"];
            404: components["responses"]["Status404"];
            410: components["responses"]["Status410"];
            414: components["responses"]["Status414"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    listDemands: {
        parameters: {
            query?: {
                /** @description How many steps of relations are answered as documents. With 0 a relation is an id. */
                depth?: components["parameters"]["depth"];
                /** @description The newest draft instead of what is published. `true` is for those who may read drafts. */
                draft?: components["parameters"]["draft"];
                /** @description The same as `fallbackLocale`. */
                "fallback-locale"?: components["parameters"]["fallback-locale"];
                /** @description The language of what is not translated; with `none` that is null. Left out: en. */
                fallbackLocale?: components["parameters"]["fallbackLocale"];
                /** @description There is nothing to join here. */
                joins?: false;
                /** @description The language. With `all` a text is an object with a value for each language, and null where there is none. */
                locale?: components["parameters"]["locale"];
                /** @description Which fields of related documents are answered, by their collection. In the address every level is in brackets: `populate[campaigns][id]=true`. */
                populate?: components["parameters"]["populate"];
                /** @description Which fields are answered; `false` leaves one out. In the address every level is in brackets: `select[id]=true`. */
                select?: components["schemas"]["DemandSelect"];
                /** @description Also what is in the trash. `true` is for editors. */
                trash?: components["parameters"]["trash"];
                /** @description How many documents a page has. */
                limit?: components["parameters"]["limit"];
                /** @description Which page. */
                page?: components["parameters"]["page"];
                /** @description Everything on one page is not to be had; use `limit` and `page`. */
                pagination?: components["parameters"]["pagination"];
                /** @description The order: paths, the first counts first; with `-` in front it is descending. */
                sort?: ("id" | "-id" | "title" | "-title" | "addressedTo" | "-addressedTo" | "status" | "-status" | "slug" | "-slug" | "updatedAt" | "-updatedAt" | "createdAt" | "-createdAt" | "deletedAt" | "-deletedAt" | "_status" | "-_status")[];
                /** @description Which documents. In the address every level is in brackets: `where[title][exists]=true`, `where[or][0][id][in]=a,b`. */
                where?: components["schemas"]["DemandWhere"];
            };
            header?: {
                /** @description The `ETag` of the answer that you have: the answer is 304 while it is current. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    Age: components["headers"]["Age"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Surrogate-Key": components["headers"]["Surrogate-Key"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Language": components["headers"]["Content-Language"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemandPage"];
                };
            };
            304: components["responses"]["Status304"];
            400: components["responses"]["Status400"];
            401: components["responses"]["Status401"];
            403: components["responses"]["Status403"];
            414: components["responses"]["Status414"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    demandById: {
        parameters: {
            query?: {
                /** @description How many steps of relations are answered as documents. With 0 a relation is an id. */
                depth?: components["parameters"]["depth"];
                /** @description The newest draft instead of what is published. `true` is for those who may read drafts. */
                draft?: components["parameters"]["draft"];
                /** @description The same as `fallbackLocale`. */
                "fallback-locale"?: components["parameters"]["fallback-locale"];
                /** @description The language of what is not translated; with `none` that is null. Left out: en. */
                fallbackLocale?: components["parameters"]["fallbackLocale"];
                /** @description There is nothing to join here. */
                joins?: false;
                /** @description The language. With `all` a text is an object with a value for each language, and null where there is none. */
                locale?: components["parameters"]["locale"];
                /** @description Which fields of related documents are answered, by their collection. In the address every level is in brackets: `populate[campaigns][id]=true`. */
                populate?: components["parameters"]["populate"];
                /** @description Which fields are answered; `false` leaves one out. In the address every level is in brackets: `select[id]=true`. */
                select?: components["schemas"]["DemandSelect"];
                /** @description Also what is in the trash. `true` is for editors. */
                trash?: components["parameters"]["trash"];
            };
            header?: {
                /** @description The `ETag` of the answer that you have: the answer is 304 while it is current. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description The id of the document. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    Age: components["headers"]["Age"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Surrogate-Key": components["headers"]["Surrogate-Key"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Language": components["headers"]["Content-Language"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnyDemand"];
                };
            };
            304: components["responses"]["Status304"];
            400: components["responses"]["Status400"];
            401: components["responses"]["Status401"];
            403: components["responses"]["Status403"];
            404: components["responses"]["Status404"];
            410: components["responses"]["Status410"];
            414: components["responses"]["Status414"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    demandBySlug: {
        parameters: {
            query?: {
                /** @description How many steps of relations are answered as documents. With 0 a relation is an id. */
                depth?: components["parameters"]["depth"];
                /** @description The newest draft instead of what is published. `true` is for those who may read drafts. */
                draft?: components["parameters"]["draft"];
                /** @description The same as `fallbackLocale`. */
                "fallback-locale"?: components["parameters"]["fallback-locale"];
                /** @description The language of what is not translated; with `none` that is null. Left out: en. */
                fallbackLocale?: components["parameters"]["fallbackLocale"];
                /** @description There is nothing to join here. */
                joins?: false;
                /** @description The language. With `all` a text is an object with a value for each language, and null where there is none. */
                locale?: components["parameters"]["locale"];
                /** @description Which fields of related documents are answered, by their collection. In the address every level is in brackets: `populate[campaigns][id]=true`. */
                populate?: components["parameters"]["populate"];
                /** @description Which fields are answered; `false` leaves one out. In the address every level is in brackets: `select[id]=true`. */
                select?: components["schemas"]["DemandSelect"];
                /** @description Also what is in the trash. `true` is for editors. */
                trash?: components["parameters"]["trash"];
            };
            header?: {
                /** @description A time, as HTTP writes it: the answer leads to what was published then (RFC 7089). It takes no other parameter then but `depth=0` and `locale=all`. */
                "Accept-Datetime"?: string;
                /** @description The `ETag` of the answer that you have: the answer is 304 while it is current. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description The name of the document in addresses. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    Age: components["headers"]["Age"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Surrogate-Key": components["headers"]["Surrogate-Key"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Language": components["headers"]["Content-Language"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnyDemand"];
                };
            };
            302: components["responses"]["Status302"];
            304: components["responses"]["Status304"];
            308: components["responses"]["Status308"];
            400: components["responses"]["Status400"];
            401: components["responses"]["Status401"];
            403: components["responses"]["Status403"];
            404: components["responses"]["Status404"];
            410: components["responses"]["Status410"];
            414: components["responses"]["Status414"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    countDemands: {
        parameters: {
            query?: {
                /** @description The language. With `all` a text is an object with a value for each language, and null where there is none. */
                locale?: components["parameters"]["locale"];
                /** @description Also what is in the trash. `true` is for editors. */
                trash?: components["parameters"]["trash"];
                /** @description Which documents. In the address every level is in brackets: `where[title][exists]=true`, `where[or][0][id][in]=a,b`. */
                where?: components["schemas"]["DemandWhere"];
            };
            header?: {
                /** @description The `ETag` of the answer that you have: the answer is 304 while it is current. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The number. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    Age: components["headers"]["Age"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Surrogate-Key": components["headers"]["Surrogate-Key"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Language": components["headers"]["Content-Language"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description How many. */
                        totalDocs: number;
                    };
                };
            };
            304: components["responses"]["Status304"];
            400: components["responses"]["Status400"];
            401: components["responses"]["Status401"];
            403: components["responses"]["Status403"];
            414: components["responses"]["Status414"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    demandsRevision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id. */
                id: string;
                /** @description The number of the revision. */
                revision: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document as it was. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    Age: components["headers"]["Age"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Surrogate-Key": components["headers"]["Surrogate-Key"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Language": components["headers"]["Content-Language"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link"];
                    "Memento-Datetime": components["headers"]["Memento-Datetime"];
                    "Handbill-Status": components["headers"]["Handbill-Status"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            304: components["responses"]["Status304"];
            400: components["responses"]["Status400"];
            401: components["responses"]["Status401"];
            404: components["responses"]["Status404"];
            410: components["responses"]["Status410"];
            414: components["responses"]["Status414"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    demandsTimeMap: {
        parameters: {
            query?: {
                /** @description The page. */
                page?: number;
            };
            header?: never;
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The versions. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    Age: components["headers"]["Age"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Surrogate-Key": components["headers"]["Surrogate-Key"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Language": components["headers"]["Content-Language"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimeMap"];
                    "application/link-format": string;
                };
            };
            400: components["responses"]["Status400"];
            401: components["responses"]["Status401"];
            404: components["responses"]["Status404"];
            410: components["responses"]["Status410"];
            414: components["responses"]["Status414"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    listResources: {
        parameters: {
            query?: {
                /** @description How many steps of relations are answered as documents. With 0 a relation is an id. */
                depth?: components["parameters"]["depth"];
                /** @description The newest draft instead of what is published. `true` is for those who may read drafts. */
                draft?: components["parameters"]["draft"];
                /** @description The same as `fallbackLocale`. */
                "fallback-locale"?: components["parameters"]["fallback-locale"];
                /** @description The language of what is not translated; with `none` that is null. Left out: en. */
                fallbackLocale?: components["parameters"]["fallbackLocale"];
                /** @description There is nothing to join here. */
                joins?: false;
                /** @description The language. With `all` a text is an object with a value for each language, and null where there is none. */
                locale?: components["parameters"]["locale"];
                /** @description Which fields of related documents are answered, by their collection. In the address every level is in brackets: `populate[campaigns][id]=true`. */
                populate?: components["parameters"]["populate"];
                /** @description Which fields are answered; `false` leaves one out. In the address every level is in brackets: `select[id]=true`. */
                select?: components["schemas"]["ResourceSelect"];
                /** @description Also what is in the trash. `true` is for editors. */
                trash?: components["parameters"]["trash"];
                /** @description How many documents a page has. */
                limit?: components["parameters"]["limit"];
                /** @description Which page. */
                page?: components["parameters"]["page"];
                /** @description Everything on one page is not to be had; use `limit` and `page`. */
                pagination?: components["parameters"]["pagination"];
                /** @description The order: paths, the first counts first; with `-` in front it is descending. */
                sort?: ("id" | "-id" | "title" | "-title" | "kind" | "-kind" | "url" | "-url" | "publisher" | "-publisher" | "publishedOn" | "-publishedOn" | "language" | "-language" | "archivedUrl" | "-archivedUrl" | "link.status" | "-link.status" | "link.httpStatus" | "-link.httpStatus" | "link.checkedAt" | "-link.checkedAt" | "link.finalUrl" | "-link.finalUrl" | "slug" | "-slug" | "updatedAt" | "-updatedAt" | "createdAt" | "-createdAt" | "deletedAt" | "-deletedAt" | "_status" | "-_status")[];
                /** @description Which documents. In the address every level is in brackets: `where[title][exists]=true`, `where[or][0][id][in]=a,b`. */
                where?: components["schemas"]["ResourceWhere"];
            };
            header?: {
                /** @description The `ETag` of the answer that you have: the answer is 304 while it is current. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    Age: components["headers"]["Age"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Surrogate-Key": components["headers"]["Surrogate-Key"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Language": components["headers"]["Content-Language"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourcePage"];
                };
            };
            304: components["responses"]["Status304"];
            400: components["responses"]["Status400"];
            401: components["responses"]["Status401"];
            403: components["responses"]["Status403"];
            414: components["responses"]["Status414"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    resourceById: {
        parameters: {
            query?: {
                /** @description How many steps of relations are answered as documents. With 0 a relation is an id. */
                depth?: components["parameters"]["depth"];
                /** @description The newest draft instead of what is published. `true` is for those who may read drafts. */
                draft?: components["parameters"]["draft"];
                /** @description The same as `fallbackLocale`. */
                "fallback-locale"?: components["parameters"]["fallback-locale"];
                /** @description The language of what is not translated; with `none` that is null. Left out: en. */
                fallbackLocale?: components["parameters"]["fallbackLocale"];
                /** @description There is nothing to join here. */
                joins?: false;
                /** @description The language. With `all` a text is an object with a value for each language, and null where there is none. */
                locale?: components["parameters"]["locale"];
                /** @description Which fields of related documents are answered, by their collection. In the address every level is in brackets: `populate[campaigns][id]=true`. */
                populate?: components["parameters"]["populate"];
                /** @description Which fields are answered; `false` leaves one out. In the address every level is in brackets: `select[id]=true`. */
                select?: components["schemas"]["ResourceSelect"];
                /** @description Also what is in the trash. `true` is for editors. */
                trash?: components["parameters"]["trash"];
            };
            header?: {
                /** @description The `ETag` of the answer that you have: the answer is 304 while it is current. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description The id of the document. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    Age: components["headers"]["Age"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Surrogate-Key": components["headers"]["Surrogate-Key"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Language": components["headers"]["Content-Language"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnyResource"];
                };
            };
            304: components["responses"]["Status304"];
            400: components["responses"]["Status400"];
            401: components["responses"]["Status401"];
            403: components["responses"]["Status403"];
            404: components["responses"]["Status404"];
            410: components["responses"]["Status410"];
            414: components["responses"]["Status414"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    resourceBySlug: {
        parameters: {
            query?: {
                /** @description How many steps of relations are answered as documents. With 0 a relation is an id. */
                depth?: components["parameters"]["depth"];
                /** @description The newest draft instead of what is published. `true` is for those who may read drafts. */
                draft?: components["parameters"]["draft"];
                /** @description The same as `fallbackLocale`. */
                "fallback-locale"?: components["parameters"]["fallback-locale"];
                /** @description The language of what is not translated; with `none` that is null. Left out: en. */
                fallbackLocale?: components["parameters"]["fallbackLocale"];
                /** @description There is nothing to join here. */
                joins?: false;
                /** @description The language. With `all` a text is an object with a value for each language, and null where there is none. */
                locale?: components["parameters"]["locale"];
                /** @description Which fields of related documents are answered, by their collection. In the address every level is in brackets: `populate[campaigns][id]=true`. */
                populate?: components["parameters"]["populate"];
                /** @description Which fields are answered; `false` leaves one out. In the address every level is in brackets: `select[id]=true`. */
                select?: components["schemas"]["ResourceSelect"];
                /** @description Also what is in the trash. `true` is for editors. */
                trash?: components["parameters"]["trash"];
            };
            header?: {
                /** @description A time, as HTTP writes it: the answer leads to what was published then (RFC 7089). It takes no other parameter then but `depth=0` and `locale=all`. */
                "Accept-Datetime"?: string;
                /** @description The `ETag` of the answer that you have: the answer is 304 while it is current. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description The name of the document in addresses. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    Age: components["headers"]["Age"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Surrogate-Key": components["headers"]["Surrogate-Key"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Language": components["headers"]["Content-Language"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnyResource"];
                };
            };
            302: components["responses"]["Status302"];
            304: components["responses"]["Status304"];
            308: components["responses"]["Status308"];
            400: components["responses"]["Status400"];
            401: components["responses"]["Status401"];
            403: components["responses"]["Status403"];
            404: components["responses"]["Status404"];
            410: components["responses"]["Status410"];
            414: components["responses"]["Status414"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    countResources: {
        parameters: {
            query?: {
                /** @description The language. With `all` a text is an object with a value for each language, and null where there is none. */
                locale?: components["parameters"]["locale"];
                /** @description Also what is in the trash. `true` is for editors. */
                trash?: components["parameters"]["trash"];
                /** @description Which documents. In the address every level is in brackets: `where[title][exists]=true`, `where[or][0][id][in]=a,b`. */
                where?: components["schemas"]["ResourceWhere"];
            };
            header?: {
                /** @description The `ETag` of the answer that you have: the answer is 304 while it is current. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The number. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    Age: components["headers"]["Age"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Surrogate-Key": components["headers"]["Surrogate-Key"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Language": components["headers"]["Content-Language"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description How many. */
                        totalDocs: number;
                    };
                };
            };
            304: components["responses"]["Status304"];
            400: components["responses"]["Status400"];
            401: components["responses"]["Status401"];
            403: components["responses"]["Status403"];
            414: components["responses"]["Status414"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    resourcesRevision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id. */
                id: string;
                /** @description The number of the revision. */
                revision: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document as it was. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    Age: components["headers"]["Age"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Surrogate-Key": components["headers"]["Surrogate-Key"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Language": components["headers"]["Content-Language"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link"];
                    "Memento-Datetime": components["headers"]["Memento-Datetime"];
                    "Handbill-Status": components["headers"]["Handbill-Status"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            304: components["responses"]["Status304"];
            400: components["responses"]["Status400"];
            401: components["responses"]["Status401"];
            404: components["responses"]["Status404"];
            410: components["responses"]["Status410"];
            414: components["responses"]["Status414"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    resourcesTimeMap: {
        parameters: {
            query?: {
                /** @description The page. */
                page?: number;
            };
            header?: never;
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The versions. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    Age: components["headers"]["Age"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Surrogate-Key": components["headers"]["Surrogate-Key"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Language": components["headers"]["Content-Language"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimeMap"];
                    "application/link-format": string;
                };
            };
            400: components["responses"]["Status400"];
            401: components["responses"]["Status401"];
            404: components["responses"]["Status404"];
            410: components["responses"]["Status410"];
            414: components["responses"]["Status414"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    listMedia: {
        parameters: {
            query?: {
                /** @description How many steps of relations are answered as documents. With 0 a relation is an id. */
                depth?: components["parameters"]["depth"];
                /** @description The newest draft instead of what is published. `true` is for those who may read drafts. */
                draft?: components["parameters"]["draft"];
                /** @description The same as `fallbackLocale`. */
                "fallback-locale"?: components["parameters"]["fallback-locale"];
                /** @description The language of what is not translated; with `none` that is null. Left out: en. */
                fallbackLocale?: components["parameters"]["fallbackLocale"];
                /** @description There is nothing to join here. */
                joins?: false;
                /** @description The language. With `all` a text is an object with a value for each language, and null where there is none. */
                locale?: components["parameters"]["locale"];
                /** @description Which fields of related documents are answered, by their collection. In the address every level is in brackets: `populate[campaigns][id]=true`. */
                populate?: components["parameters"]["populate"];
                /** @description Which fields are answered; `false` leaves one out. In the address every level is in brackets: `select[id]=true`. */
                select?: components["schemas"]["MediaSelect"];
                /** @description Also what is in the trash. `true` is for editors. */
                trash?: components["parameters"]["trash"];
                /** @description How many documents a page has. */
                limit?: components["parameters"]["limit"];
                /** @description Which page. */
                page?: components["parameters"]["page"];
                /** @description Everything on one page is not to be had; use `limit` and `page`. */
                pagination?: components["parameters"]["pagination"];
                /** @description The order: paths, the first counts first; with `-` in front it is descending. */
                sort?: ("id" | "-id" | "alt" | "-alt" | "credit" | "-credit" | "license" | "-license" | "updatedAt" | "-updatedAt" | "createdAt" | "-createdAt" | "url" | "-url" | "thumbnailURL" | "-thumbnailURL" | "filename" | "-filename" | "mimeType" | "-mimeType" | "filesize" | "-filesize" | "width" | "-width" | "height" | "-height" | "focalX" | "-focalX" | "focalY" | "-focalY" | "sizes.small.url" | "-sizes.small.url" | "sizes.small.width" | "-sizes.small.width" | "sizes.small.height" | "-sizes.small.height" | "sizes.small.mimeType" | "-sizes.small.mimeType" | "sizes.small.filesize" | "-sizes.small.filesize" | "sizes.small.filename" | "-sizes.small.filename" | "sizes.medium.url" | "-sizes.medium.url" | "sizes.medium.width" | "-sizes.medium.width" | "sizes.medium.height" | "-sizes.medium.height" | "sizes.medium.mimeType" | "-sizes.medium.mimeType" | "sizes.medium.filesize" | "-sizes.medium.filesize" | "sizes.medium.filename" | "-sizes.medium.filename")[];
                /** @description Which documents. In the address every level is in brackets: `where[alt][exists]=true`, `where[or][0][id][in]=a,b`. */
                where?: components["schemas"]["MediaWhere"];
            };
            header?: {
                /** @description The `ETag` of the answer that you have: the answer is 304 while it is current. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    Age: components["headers"]["Age"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Surrogate-Key": components["headers"]["Surrogate-Key"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Language": components["headers"]["Content-Language"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MediaPage"];
                };
            };
            304: components["responses"]["Status304"];
            400: components["responses"]["Status400"];
            401: components["responses"]["Status401"];
            403: components["responses"]["Status403"];
            414: components["responses"]["Status414"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    mediaById: {
        parameters: {
            query?: {
                /** @description How many steps of relations are answered as documents. With 0 a relation is an id. */
                depth?: components["parameters"]["depth"];
                /** @description The newest draft instead of what is published. `true` is for those who may read drafts. */
                draft?: components["parameters"]["draft"];
                /** @description The same as `fallbackLocale`. */
                "fallback-locale"?: components["parameters"]["fallback-locale"];
                /** @description The language of what is not translated; with `none` that is null. Left out: en. */
                fallbackLocale?: components["parameters"]["fallbackLocale"];
                /** @description There is nothing to join here. */
                joins?: false;
                /** @description The language. With `all` a text is an object with a value for each language, and null where there is none. */
                locale?: components["parameters"]["locale"];
                /** @description Which fields of related documents are answered, by their collection. In the address every level is in brackets: `populate[campaigns][id]=true`. */
                populate?: components["parameters"]["populate"];
                /** @description Which fields are answered; `false` leaves one out. In the address every level is in brackets: `select[id]=true`. */
                select?: components["schemas"]["MediaSelect"];
                /** @description Also what is in the trash. `true` is for editors. */
                trash?: components["parameters"]["trash"];
            };
            header?: {
                /** @description The `ETag` of the answer that you have: the answer is 304 while it is current. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description The id of the document. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    Age: components["headers"]["Age"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Surrogate-Key": components["headers"]["Surrogate-Key"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Language": components["headers"]["Content-Language"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnyMedia"];
                };
            };
            304: components["responses"]["Status304"];
            400: components["responses"]["Status400"];
            401: components["responses"]["Status401"];
            403: components["responses"]["Status403"];
            404: components["responses"]["Status404"];
            410: components["responses"]["Status410"];
            414: components["responses"]["Status414"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    countMedia: {
        parameters: {
            query?: {
                /** @description The language. With `all` a text is an object with a value for each language, and null where there is none. */
                locale?: components["parameters"]["locale"];
                /** @description Also what is in the trash. `true` is for editors. */
                trash?: components["parameters"]["trash"];
                /** @description Which documents. In the address every level is in brackets: `where[alt][exists]=true`, `where[or][0][id][in]=a,b`. */
                where?: components["schemas"]["MediaWhere"];
            };
            header?: {
                /** @description The `ETag` of the answer that you have: the answer is 304 while it is current. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The number. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    Age: components["headers"]["Age"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Surrogate-Key": components["headers"]["Surrogate-Key"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Language": components["headers"]["Content-Language"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description How many. */
                        totalDocs: number;
                    };
                };
            };
            304: components["responses"]["Status304"];
            400: components["responses"]["Status400"];
            401: components["responses"]["Status401"];
            403: components["responses"]["Status403"];
            414: components["responses"]["Status414"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    mediaRevision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id. */
                id: string;
                /** @description The number of the revision. */
                revision: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document as it was. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    Age: components["headers"]["Age"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Surrogate-Key": components["headers"]["Surrogate-Key"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Language": components["headers"]["Content-Language"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link"];
                    "Memento-Datetime": components["headers"]["Memento-Datetime"];
                    "Handbill-Status": components["headers"]["Handbill-Status"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            304: components["responses"]["Status304"];
            400: components["responses"]["Status400"];
            401: components["responses"]["Status401"];
            404: components["responses"]["Status404"];
            410: components["responses"]["Status410"];
            414: components["responses"]["Status414"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    mediaTimeMap: {
        parameters: {
            query?: {
                /** @description The page. */
                page?: number;
            };
            header?: never;
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The versions. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    Age: components["headers"]["Age"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Surrogate-Key": components["headers"]["Surrogate-Key"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Language": components["headers"]["Content-Language"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimeMap"];
                    "application/link-format": string;
                };
            };
            400: components["responses"]["Status400"];
            401: components["responses"]["Status401"];
            404: components["responses"]["Status404"];
            410: components["responses"]["Status410"];
            414: components["responses"]["Status414"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    mediaFile: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that you have: the answer is 304 while it is current. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description The filename. */
                filename: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "image/*": string;
                };
            };
            /** @description A part of it. */
            206: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "image/*": string;
                };
            };
            304: components["responses"]["Status304"];
            308: components["responses"]["Status308"];
            400: components["responses"]["Status400"];
            401: components["responses"]["Status401"];
            403: components["responses"]["Status403"];
            404: components["responses"]["Status404"];
            410: components["responses"]["Status410"];
            414: components["responses"]["Status414"];
            416: components["responses"]["Status416"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    campaignPage: {
        parameters: {
            query?: {
                /** @description The form; left out, the one that `Accept` prefers. */
                format?: "html" | "json";
                /** @description The language; left out, the one that `Accept-Language` prefers. */
                locale?: "en" | "es";
            };
            header?: {
                /** @description A time, as HTTP writes it: the answer leads to what was published then (RFC 7089). */
                "Accept-Datetime"?: string;
                /** @description The `ETag` of the answer that you have: the answer is 304 while it is current. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description The name of the document in addresses. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document, in the best language that there is. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    Age: components["headers"]["Age"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Surrogate-Key": components["headers"]["Surrogate-Key"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Language": components["headers"]["Content-Language"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignPermalink"];
                    "text/html": string;
                };
            };
            302: components["responses"]["Status302"];
            304: components["responses"]["Status304"];
            308: components["responses"]["Status308"];
            400: components["responses"]["Status400Page"];
            401: components["responses"]["Status401"];
            404: components["responses"]["Status404Page"];
            410: components["responses"]["Status410Page"];
            414: components["responses"]["Status414"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    campaignPageRevision: {
        parameters: {
            query?: {
                /** @description A moment while the revision stood, such as `2026-11-24T09:00:00Z`. */
                at?: string;
                /** @description The form; left out, the one that `Accept` prefers. */
                format?: "html" | "json";
                /** @description The language; left out, the one that `Accept-Language` prefers. */
                locale?: "en" | "es";
            };
            header?: never;
            path: {
                /** @description The name of the document in addresses. */
                slug: string;
                /** @description The number of the revision. */
                revision: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document as it was. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    Age: components["headers"]["Age"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Surrogate-Key": components["headers"]["Surrogate-Key"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Language": components["headers"]["Content-Language"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link"];
                    "Memento-Datetime": components["headers"]["Memento-Datetime"];
                    "Handbill-Status": components["headers"]["Handbill-Status"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignPermalink"];
                    "text/html": string;
                };
            };
            308: components["responses"]["Status308"];
            400: components["responses"]["Status400Page"];
            401: components["responses"]["Status401"];
            404: components["responses"]["Status404Page"];
            410: components["responses"]["Status410Page"];
            414: components["responses"]["Status414"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    campaignPageTimeMap: {
        parameters: {
            query?: {
                /** @description The page. */
                page?: number;
            };
            header?: never;
            path: {
                /** @description The name of the document in addresses. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The versions. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    Age: components["headers"]["Age"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Surrogate-Key": components["headers"]["Surrogate-Key"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Language": components["headers"]["Content-Language"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimeMap"];
                    "application/link-format": string;
                };
            };
            308: components["responses"]["Status308"];
            400: components["responses"]["Status400"];
            401: components["responses"]["Status401"];
            404: components["responses"]["Status404"];
            410: components["responses"]["Status410"];
            414: components["responses"]["Status414"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    claimPage: {
        parameters: {
            query?: {
                /** @description The form; left out, the one that `Accept` prefers. */
                format?: "html" | "json";
                /** @description The language; left out, the one that `Accept-Language` prefers. */
                locale?: "en" | "es";
            };
            header?: {
                /** @description A time, as HTTP writes it: the answer leads to what was published then (RFC 7089). */
                "Accept-Datetime"?: string;
                /** @description The `ETag` of the answer that you have: the answer is 304 while it is current. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description The name of the document in addresses. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document, in the best language that there is. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    Age: components["headers"]["Age"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Surrogate-Key": components["headers"]["Surrogate-Key"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Language": components["headers"]["Content-Language"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimPermalink"];
                    "text/html": string;
                };
            };
            302: components["responses"]["Status302"];
            304: components["responses"]["Status304"];
            308: components["responses"]["Status308"];
            400: components["responses"]["Status400Page"];
            401: components["responses"]["Status401"];
            404: components["responses"]["Status404Page"];
            410: components["responses"]["Status410Page"];
            414: components["responses"]["Status414"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    claimPageRevision: {
        parameters: {
            query?: {
                /** @description A moment while the revision stood, such as `2026-11-24T09:00:00Z`. */
                at?: string;
                /** @description The form; left out, the one that `Accept` prefers. */
                format?: "html" | "json";
                /** @description The language; left out, the one that `Accept-Language` prefers. */
                locale?: "en" | "es";
            };
            header?: never;
            path: {
                /** @description The name of the document in addresses. */
                slug: string;
                /** @description The number of the revision. */
                revision: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document as it was. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    Age: components["headers"]["Age"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Surrogate-Key": components["headers"]["Surrogate-Key"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Language": components["headers"]["Content-Language"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link"];
                    "Memento-Datetime": components["headers"]["Memento-Datetime"];
                    "Handbill-Status": components["headers"]["Handbill-Status"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimPermalink"];
                    "text/html": string;
                };
            };
            308: components["responses"]["Status308"];
            400: components["responses"]["Status400Page"];
            401: components["responses"]["Status401"];
            404: components["responses"]["Status404Page"];
            410: components["responses"]["Status410Page"];
            414: components["responses"]["Status414"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    claimPageTimeMap: {
        parameters: {
            query?: {
                /** @description The page. */
                page?: number;
            };
            header?: never;
            path: {
                /** @description The name of the document in addresses. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The versions. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    Age: components["headers"]["Age"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Surrogate-Key": components["headers"]["Surrogate-Key"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Language": components["headers"]["Content-Language"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimeMap"];
                    "application/link-format": string;
                };
            };
            308: components["responses"]["Status308"];
            400: components["responses"]["Status400"];
            401: components["responses"]["Status401"];
            404: components["responses"]["Status404"];
            410: components["responses"]["Status410"];
            414: components["responses"]["Status414"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    demandPage: {
        parameters: {
            query?: {
                /** @description The form; left out, the one that `Accept` prefers. */
                format?: "html" | "json";
                /** @description The language; left out, the one that `Accept-Language` prefers. */
                locale?: "en" | "es";
            };
            header?: {
                /** @description A time, as HTTP writes it: the answer leads to what was published then (RFC 7089). */
                "Accept-Datetime"?: string;
                /** @description The `ETag` of the answer that you have: the answer is 304 while it is current. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description The name of the document in addresses. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document, in the best language that there is. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    Age: components["headers"]["Age"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Surrogate-Key": components["headers"]["Surrogate-Key"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Language": components["headers"]["Content-Language"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemandPermalink"];
                    "text/html": string;
                };
            };
            302: components["responses"]["Status302"];
            304: components["responses"]["Status304"];
            308: components["responses"]["Status308"];
            400: components["responses"]["Status400Page"];
            401: components["responses"]["Status401"];
            404: components["responses"]["Status404Page"];
            410: components["responses"]["Status410Page"];
            414: components["responses"]["Status414"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    demandPageRevision: {
        parameters: {
            query?: {
                /** @description A moment while the revision stood, such as `2026-11-24T09:00:00Z`. */
                at?: string;
                /** @description The form; left out, the one that `Accept` prefers. */
                format?: "html" | "json";
                /** @description The language; left out, the one that `Accept-Language` prefers. */
                locale?: "en" | "es";
            };
            header?: never;
            path: {
                /** @description The name of the document in addresses. */
                slug: string;
                /** @description The number of the revision. */
                revision: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document as it was. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    Age: components["headers"]["Age"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Surrogate-Key": components["headers"]["Surrogate-Key"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Language": components["headers"]["Content-Language"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link"];
                    "Memento-Datetime": components["headers"]["Memento-Datetime"];
                    "Handbill-Status": components["headers"]["Handbill-Status"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemandPermalink"];
                    "text/html": string;
                };
            };
            308: components["responses"]["Status308"];
            400: components["responses"]["Status400Page"];
            401: components["responses"]["Status401"];
            404: components["responses"]["Status404Page"];
            410: components["responses"]["Status410Page"];
            414: components["responses"]["Status414"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    demandPageTimeMap: {
        parameters: {
            query?: {
                /** @description The page. */
                page?: number;
            };
            header?: never;
            path: {
                /** @description The name of the document in addresses. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The versions. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    Age: components["headers"]["Age"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Surrogate-Key": components["headers"]["Surrogate-Key"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Language": components["headers"]["Content-Language"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimeMap"];
                    "application/link-format": string;
                };
            };
            308: components["responses"]["Status308"];
            400: components["responses"]["Status400"];
            401: components["responses"]["Status401"];
            404: components["responses"]["Status404"];
            410: components["responses"]["Status410"];
            414: components["responses"]["Status414"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    resourcePage: {
        parameters: {
            query?: {
                /** @description The form; left out, the one that `Accept` prefers. */
                format?: "html" | "json";
                /** @description The language; left out, the one that `Accept-Language` prefers. */
                locale?: "en" | "es";
            };
            header?: {
                /** @description A time, as HTTP writes it: the answer leads to what was published then (RFC 7089). */
                "Accept-Datetime"?: string;
                /** @description The `ETag` of the answer that you have: the answer is 304 while it is current. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description The name of the document in addresses. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document, in the best language that there is. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    Age: components["headers"]["Age"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Surrogate-Key": components["headers"]["Surrogate-Key"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Language": components["headers"]["Content-Language"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourcePermalink"];
                    "text/html": string;
                };
            };
            302: components["responses"]["Status302"];
            304: components["responses"]["Status304"];
            308: components["responses"]["Status308"];
            400: components["responses"]["Status400Page"];
            401: components["responses"]["Status401"];
            404: components["responses"]["Status404Page"];
            410: components["responses"]["Status410Page"];
            414: components["responses"]["Status414"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    resourcePageRevision: {
        parameters: {
            query?: {
                /** @description A moment while the revision stood, such as `2026-11-24T09:00:00Z`. */
                at?: string;
                /** @description The form; left out, the one that `Accept` prefers. */
                format?: "html" | "json";
                /** @description The language; left out, the one that `Accept-Language` prefers. */
                locale?: "en" | "es";
            };
            header?: never;
            path: {
                /** @description The name of the document in addresses. */
                slug: string;
                /** @description The number of the revision. */
                revision: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document as it was. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    Age: components["headers"]["Age"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Surrogate-Key": components["headers"]["Surrogate-Key"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Language": components["headers"]["Content-Language"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link"];
                    "Memento-Datetime": components["headers"]["Memento-Datetime"];
                    "Handbill-Status": components["headers"]["Handbill-Status"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourcePermalink"];
                    "text/html": string;
                };
            };
            308: components["responses"]["Status308"];
            400: components["responses"]["Status400Page"];
            401: components["responses"]["Status401"];
            404: components["responses"]["Status404Page"];
            410: components["responses"]["Status410Page"];
            414: components["responses"]["Status414"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    resourcePageTimeMap: {
        parameters: {
            query?: {
                /** @description The page. */
                page?: number;
            };
            header?: never;
            path: {
                /** @description The name of the document in addresses. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The versions. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    Age: components["headers"]["Age"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Surrogate-Key": components["headers"]["Surrogate-Key"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Language": components["headers"]["Content-Language"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimeMap"];
                    "application/link-format": string;
                };
            };
            308: components["responses"]["Status308"];
            400: components["responses"]["Status400"];
            401: components["responses"]["Status401"];
            404: components["responses"]["Status404"];
            410: components["responses"]["Status410"];
            414: components["responses"]["Status414"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    claimCitation: {
        parameters: {
            query?: {
                /** @description The form; left out, the one that `Accept` prefers. */
                format?: "text" | "bibtex" | "ris" | "csl";
                /** @description The language; left out, the one that `Accept-Language` prefers. */
                locale?: "en" | "es";
            };
            header?: {
                /** @description The `ETag` of the answer that you have: the answer is 304 while it is current. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description The name of the document in addresses. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The reference. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    Age: components["headers"]["Age"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Surrogate-Key": components["headers"]["Surrogate-Key"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Language": components["headers"]["Content-Language"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                    "application/x-bibtex": string;
                    "application/x-research-info-systems": string;
                    "application/vnd.citationstyles.csl+json": Record<string, never>[];
                };
            };
            304: components["responses"]["Status304"];
            308: components["responses"]["Status308"];
            400: components["responses"]["Status400"];
            401: components["responses"]["Status401"];
            404: components["responses"]["Status404"];
            410: components["responses"]["Status410"];
            414: components["responses"]["Status414"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    oembed: {
        parameters: {
            query: {
                /** @description The address of the page. */
                url: string;
                /** @description The form. */
                format?: "json";
                /** @description Taken, and without effect on a link. */
                maxwidth?: number;
                /** @description Taken, and without effect on a link. */
                maxheight?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What to show. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    Age: components["headers"]["Age"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Surrogate-Key": components["headers"]["Surrogate-Key"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Language": components["headers"]["Content-Language"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Oembed"];
                };
            };
            308: components["responses"]["Status308"];
            400: components["responses"]["Status400"];
            401: components["responses"]["Status401"];
            404: components["responses"]["Status404"];
            410: components["responses"]["Status410"];
            414: components["responses"]["Status414"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            /** @description There is no XML. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            503: components["responses"]["Status503"];
        };
    };
    feedAsAtom: {
        parameters: {
            query?: {
                /** @description The language; left out, the default one. */
                locale?: "en" | "es";
            };
            header?: {
                /** @description The `ETag` of the answer that you have: the answer is 304 while it is current. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description A collection (campaigns, claims, demands, resources), or the name of any other campaign. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feed. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    Age: components["headers"]["Age"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Surrogate-Key": components["headers"]["Surrogate-Key"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Language": components["headers"]["Content-Language"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/atom+xml": string;
                };
            };
            304: components["responses"]["Status304"];
            308: components["responses"]["Status308"];
            400: components["responses"]["Status400"];
            401: components["responses"]["Status401"];
            404: components["responses"]["Status404"];
            410: components["responses"]["Status410"];
            414: components["responses"]["Status414"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    feedAsJson: {
        parameters: {
            query?: {
                /** @description The language; left out, the default one. */
                locale?: "en" | "es";
            };
            header?: {
                /** @description The `ETag` of the answer that you have: the answer is 304 while it is current. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description A collection (campaigns, claims, demands, resources), or the name of any other campaign. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feed. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    Age: components["headers"]["Age"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Surrogate-Key": components["headers"]["Surrogate-Key"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Language": components["headers"]["Content-Language"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/feed+json": components["schemas"]["JsonFeed"];
                };
            };
            304: components["responses"]["Status304"];
            308: components["responses"]["Status308"];
            400: components["responses"]["Status400"];
            401: components["responses"]["Status401"];
            404: components["responses"]["Status404"];
            410: components["responses"]["Status410"];
            414: components["responses"]["Status414"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    embed: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that you have: the answer is 304 while it is current. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The addresses. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    Age: components["headers"]["Age"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Surrogate-Key": components["headers"]["Surrogate-Key"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Language": components["headers"]["Content-Language"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Embed"];
                };
            };
            304: components["responses"]["Status304"];
            401: components["responses"]["Status401"];
            414: components["responses"]["Status414"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    signingKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keys. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    Age: components["headers"]["Age"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Surrogate-Key": components["headers"]["Surrogate-Key"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Language": components["headers"]["Content-Language"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/jwk-set+json": components["schemas"]["SigningKeys"];
                };
            };
            401: components["responses"]["Status401"];
            414: components["responses"]["Status414"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    graphqlGet: {
        parameters: {
            query: {
                /** @description The query. */
                query: string;
                /** @description Its variables, as JSON. */
                variables?: string;
                /** @description Which of its operations. */
                operationName?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result, which may have errors in it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GraphqlResult"];
                    "application/graphql-response+json": components["schemas"]["GraphqlResult"];
                };
            };
            /** @description The query is wrong, or asks for too much. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GraphqlResult"];
                    "application/graphql-response+json": components["schemas"]["GraphqlResult"];
                };
            };
            401: components["responses"]["Status401"];
            /** @description Only queries can be asked with GET. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GraphqlResult"];
                    "application/graphql-response+json": components["schemas"]["GraphqlResult"];
                };
            };
            414: components["responses"]["Status414"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    graphqlPost: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The query. */
                    query: string;
                    /** @description Which of its operations. */
                    operationName?: string;
                    /** @description Its variables. */
                    variables?: Record<string, never>;
                    /** @description The language, as in REST. */
                    locale?: string;
                    /** @description The language of what is not translated. */
                    fallbackLocale?: string;
                };
            };
        };
        responses: {
            /** @description The result, which may have errors in it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GraphqlResult"];
                    "application/graphql-response+json": components["schemas"]["GraphqlResult"];
                };
            };
            /** @description The query is wrong, or asks for too much. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GraphqlResult"];
                    "application/graphql-response+json": components["schemas"]["GraphqlResult"];
                };
            };
            401: components["responses"]["Status401"];
            /** @description Only queries can be asked with GET. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GraphqlResult"];
                    "application/graphql-response+json": components["schemas"]["GraphqlResult"];
                };
            };
            414: components["responses"]["Status414"];
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GraphqlResult"];
                    "application/graphql-response+json": components["schemas"]["GraphqlResult"];
                };
            };
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    changes: {
        parameters: {
            query?: {
                /** @description The token to go on from: `next`, or the id of an event. */
                since?: string;
                /** @description Names with commas between; only these. Those of the token, once there is one. */
                collections?: string;
                /** @description How many changes a page has at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    Age: components["headers"]["Age"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Surrogate-Key": components["headers"]["Surrogate-Key"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Language": components["headers"]["Content-Language"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description In order, one a document. */
                        changes: components["schemas"]["DocumentChange"][];
                        /** @description The token to go on with. */
                        next: string;
                        /** @description Whether there is more already. */
                        more: boolean;
                    };
                };
            };
            400: components["responses"]["Status400"];
            401: components["responses"]["Status401"];
            /** @description The token is too old, or of another database: start over without it. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            414: components["responses"]["Status414"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    changesStream: {
        parameters: {
            query?: {
                /** @description The token to go on from: `next`, or the id of an event. */
                since?: string;
                /** @description Names with commas between; only these. Those of the token, once there is one. */
                collections?: string;
                /** @description Whether events have the document. */
                documents?: boolean;
            };
            header?: {
                /** @description As `since`, and before it. */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    Age: components["headers"]["Age"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Surrogate-Key": components["headers"]["Surrogate-Key"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Language": components["headers"]["Content-Language"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["Status400"];
            401: components["responses"]["Status401"];
            414: components["responses"]["Status414"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    auditChanges: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Audit"];
            };
        };
        responses: {
            /** @description What is not as it should be. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    Age: components["headers"]["Age"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Surrogate-Key": components["headers"]["Surrogate-Key"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Language": components["headers"]["Content-Language"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description How many are right. */
                        current: number;
                        /** @description Those that have another digest now. */
                        stale: components["schemas"]["DocumentState"][];
                        /** @description Those that are not public any more. */
                        gone: components["schemas"]["DocumentState"][];
                        /** @description Those that never were. */
                        unknown: {
                            /** @description What kind of document it is. */
                            collection: string;
                            /** @description The id of the document. */
                            id: string;
                        }[];
                        /** @description With `collections`: what is public and not in the list. */
                        missing?: components["schemas"]["DocumentState"][];
                        /** @description With `collections`: what to send as `after` for the rest. */
                        next?: string | null;
                    };
                };
            };
            400: components["responses"]["Status400"];
            401: components["responses"]["Status401"];
            /** @description The body is too long. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            414: components["responses"]["Status414"];
            /** @description The body is not JSON by its Content-Type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    ownUsage: {
        parameters: {
            query?: {
                /** @description How many days to go back. */
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The days. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    Age: components["headers"]["Age"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Surrogate-Key": components["headers"]["Surrogate-Key"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Language": components["headers"]["Content-Language"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Usage"];
                };
            };
            400: components["responses"]["Status400"];
            401: components["responses"]["Status401"];
            403: components["responses"]["Status403"];
            414: components["responses"]["Status414"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    acknowledge: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The `token` of the event: all that is needed, and good for nothing else. */
                    token: string;
                    /** @description Who has seen it. */
                    by?: string;
                };
            };
        };
        responses: {
            /** @description What is noted; what was noted first stays. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["Last-Modified"];
                    Age: components["headers"]["Age"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Surrogate-Key": components["headers"]["Surrogate-Key"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Language": components["headers"]["Content-Language"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acknowledged"];
                };
            };
            400: components["responses"]["Status400"];
            401: components["responses"]["Status401"];
            414: components["responses"]["Status414"];
            429: components["responses"]["Status429"];
            431: components["responses"]["Status431"];
            503: components["responses"]["Status503"];
        };
    };
    webhookEvent: {
        parameters: {
            query?: never;
            header: {
                /** @description The same in every attempt. */
                "webhook-id": string;
                /** @description Of the attempt, in seconds since 1970. */
                "webhook-timestamp": string;
                /** @description One for each secret that is valid, with spaces between. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookEvent"];
            };
        };
        responses: {
            /** @description You have it; any status from 200 to 299 says so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description You want no more: the webhook is switched off. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is sent again, after a pause. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
