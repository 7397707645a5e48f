import code from '@eventstore/db-client/generated/code_pb.js';
import gossipService from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import featuresService from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import status from '@eventstore/db-client/generated/status_pb.js';
import streamsService from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import anyMessage from 'google-protobuf/google/protobuf/any_pb.js';
import emptyMessage from 'google-protobuf/google/protobuf/empty_pb.js';
import timestamp from 'google-protobuf/google/protobuf/timestamp_pb.js';

/** The client's own generated definitions, which are CommonJS: here they get names that a module can import. */
export const { GossipService } = gossipService;
export const { ServerFeaturesService } = featuresService;
export const { StreamsService, StreamsClient } = streamsService;
export const { ClusterInfo, EndPoint, MemberInfo } = gossip;
export const { SupportedMethods, SupportedMethod } = features;
export const { Code } = code;
export const { Status } = status;
export const { Any } = anyMessage;
export const { Empty: GoogleEmpty } = emptyMessage;
export const { Timestamp } = timestamp;
export const {
  AllStreamPosition,
  BadRequest,
  Empty,
  MaximumAppendSizeExceeded,
  StreamDeleted,
  StreamIdentifier,
  Timeout,
  UUID,
  WrongExpectedVersion,
} = shared;
export const {
  AppendReq,
  AppendResp,
  BatchAppendReq,
  BatchAppendResp,
  DeleteReq,
  DeleteResp,
  ReadReq,
  ReadResp,
  TombstoneReq,
  TombstoneResp,
} = streams;

export type AppendReq = InstanceType<typeof AppendReq>;
export type AppendResp = InstanceType<typeof AppendResp>;
export type BatchAppendReq = InstanceType<typeof BatchAppendReq>;
export type BatchAppendResp = InstanceType<typeof BatchAppendResp>;
export type DeleteReq = InstanceType<typeof DeleteReq>;
export type DeleteResp = InstanceType<typeof DeleteResp>;
export type ReadReq = InstanceType<typeof ReadReq>;
export type ReadResp = InstanceType<typeof ReadResp>;
export type TombstoneReq = InstanceType<typeof TombstoneReq>;
export type TombstoneResp = InstanceType<typeof TombstoneResp>;
export type StreamIdentifier = InstanceType<typeof StreamIdentifier>;
export type UUID = InstanceType<typeof UUID>;
export type Status = InstanceType<typeof Status>;
export type ReadOptions = InstanceType<typeof ReadReq.Options>;
export type FilterOptions = InstanceType<typeof ReadReq.Options.FilterOptions>;
export type BatchOptions = InstanceType<typeof BatchAppendReq.Options>;
export type ProposedMessage =
  InstanceType<typeof AppendReq.ProposedMessage> | InstanceType<typeof BatchAppendReq.ProposedMessage>;
