// swift-format-ignore-file
// Made by hand from the vendors' pages, in the form of the other files here, one line for each service. A service whose actions are not all
// listed starts with `-`: nothing is said of an action that is missing there.
//
// Huawei: the 115 actions of IAM's older permission model from the API reference, `agencies:assume` of custom policies for agencies, and
// those of the newer model (`…V5` and those without a type) that a page shows: of these there are more. Of other services the names alone.
// JD, Volcengine: the operations of IAM's public interfaces as their SDKs have them; no page lists the actions.

/// The services of Huawei Cloud.
let huaweiActions: StaticString = #"""
-aad||||
-antiddos||||
-aom||||
-apig||||
-apm||||
-as||||
-asm||||
-bms||||
-bss||||
-cbh||||
-cbr||||
-cc||||
-cce||||
-cci||||
-cdm||||
-cdn||||
-ces||||
-cfw||||
-codehub||||
-cse||||
-csms||||
-css||||
-cts||||
-dbss||||
-dcs||||
-dds||||
-deh||||
-dew||||
-dis||||
-dli||||
-dms||||
-dns||||
-drs||||
-dsc||||
-dws||||
-ecs||||
-eip||||
-elb||||
-eps||||
-er||||
-evs||||
-functiongraph||||
-gaussdb||||
-ges||||
-hss||||
+iam||||:createAccessKey/W,:getAccessKey/R,:getAccountSummaryV5/R,:listAccessKeys/L,:updateAccessKey/W,agencies:assume/W,agencies:createAgency/W,agencies:createServiceLinkedAgencyV5/W,agencies:createV5/P,agencies:deleteAgency/W,agencies:getAgency/R,agencies:getV5/R,agencies:listAgencies/L,agencies:updateAgency/W,agencies:updateTrustPolicyV5/P,agencies:updateV5/W,credentials:createCredential/W,credentials:deleteCredential/W,credentials:getCredential/R,credentials:listCredentials/L,credentials:updateCredential/W,groups:attachPolicyV5/P,groups:createGroup/W,groups:deleteGroup/W,groups:deleteGroupV5/W,groups:detachPolicyV5/P,groups:getGroup/R,groups:listGroups/L,groups:listGroupsForUser/L,groups:updateGroup/W,identityProviders:createIdentityProvider/W,identityProviders:createIDPMetadata/W,identityProviders:createMapping/W,identityProviders:createOpenIDConnectConfig/W,identityProviders:createProtocol/W,identityProviders:deleteIdentityProvider/W,identityProviders:deleteMapping/W,identityProviders:deleteProtocol/W,identityProviders:getIdentityProvider/R,identityProviders:getIDPMetadata/R,identityProviders:getMapping/R,identityProviders:getOpenIDConnectConfig/R,identityProviders:getProtocol/R,identityProviders:listIdentityProviders/L,identityProviders:listMappings/L,identityProviders:listProtocols/L,identityProviders:updateIdentityProvider/W,identityProviders:updateMapping/W,identityProviders:updateOpenIDConnectConfig/W,identityProviders:updateProtocol/W,mfa:bindMFADevice/W,mfa:createVirtualMFADevice/W,mfa:deleteVirtualMFADevice/W,mfa:getVirtualMFADevice/R,mfa:listVirtualMFADevices/L,mfa:unbindMFADevice/W,permissions:addUserToGroup/P,permissions:addUserToGroupV5/P,permissions:checkRoleForAgency/R,permissions:checkRoleForAgencyOnDomain/R,permissions:checkRoleForAgencyOnProject/R,permissions:checkRoleForGroup/R,permissions:checkRoleForGroupOnDomain/R,permissions:checkRoleForGroupOnProject/R,permissions:checkUserInGroup/R,permissions:grantRoleToAgency/P,permissions:grantRoleToAgencyOnDomain/P,permissions:grantRoleToAgencyOnProject/P,permissions:grantRoleToGroup/P,permissions:grantRoleToGroupOnDomain/P,permissions:grantRoleToGroupOnEnterpriseProject/P,permissions:grantRoleToGroupOnProject/P,permissions:grantRoleToUserOnEnterpriseProject/P,permissions:listEnterpriseProjectsForGroup/L,permissions:listEnterpriseProjectsForUser/L,permissions:listGroupsOnEnterpriseProject/L,permissions:listRoleAssignments/L,permissions:listRolesForAgency/L,permissions:listRolesForAgencyOnDomain/L,permissions:listRolesForAgencyOnProject/L,permissions:listRolesForGroup/L,permissions:listRolesForGroupOnDomain/L,permissions:listRolesForGroupOnEnterpriseProject/L,permissions:listRolesForGroupOnProject/L,permissions:listRolesForUserOnEnterpriseProject/L,permissions:listRolesForUserOnProject/L,permissions:listUsersForEnterpriseProject/L,permissions:removeUserFromGroup/P,permissions:revokeRoleFromAgency/P,permissions:revokeRoleFromAgencyOnDomain/P,permissions:revokeRoleFromAgencyOnProject/P,permissions:revokeRoleFromGroup/P,permissions:revokeRoleFromGroupOnDomain/P,permissions:revokeRoleFromGroupOnEnterpriseProject/P,permissions:revokeRoleFromGroupOnProject/P,permissions:revokeRoleFromUserOnEnterpriseProject/P,policies:createV5/P,policies:createVersionV5/P,policies:deleteV5/W,policies:getV5/R,policies:listEntitiesV5/L,projects:createProject/W,projects:deleteProject/W,projects:listProjects/L,projects:listProjectsForUser/L,projects:updateProject/W,quotas:listQuotas/L,quotas:listQuotasForProject/L,roles:createRole/P,roles:deleteRole/P,roles:getRole/R,roles:listRoles/L,roles:updateRole/P,securitypolicies:getApiAclPolicy/R,securitypolicies:getConsoleAclPolicy/R,securitypolicies:getLoginPolicy/R,securitypolicies:getPasswordPolicy/R,securitypolicies:getProtectPolicy/R,securitypolicies:updateApiAclPolicy/P,securitypolicies:updateConsoleAclPolicy/P,securitypolicies:updateLoginPolicy/P,securitypolicies:updatePasswordPolicy/P,securitypolicies:updateProtectPolicy/P,tokens:assume/W,users:attachPolicyV5/P,users:createUser/W,users:createUserV5/W,users:deleteUser/W,users:deleteUserV5/W,users:getUser/R,users:getUserLoginProtect/R,users:listUserLoginProtects/L,users:listUsers/L,users:listUsersForGroup/L,users:listUsersForProject/L,users:resetUserPassword/W,users:setUserLoginProtect/W,users:updateUser/W,users:updateUserPassword/W
-ief||||
-ims||||
-iotda||||
-kms||||
-kps||||
-live||||
-lts||||
-meeting||||
-modelarts||||
-mpc||||
-mrs||||
-nat||||
-obs||||
-organizations||||
-ram||||
-rds||||
-rgc||||
-rms||||
-scm||||
-scp||||
-secmaster||||
-servicestage||||
-sfs||||
-smn||||
-sms||||
-sts||||:tagSession/T,agencies:assume/W
-swr||||
-tms||||
-ucs||||
-vod||||
-vpc||||
-vpcep||||
-vpn||||
-waf||||
-workspace||||
"""#

/// The services of JD Cloud.
let jdActions: StaticString = #"""
-ag||||
-cdn||||
-disk||||
-drds||||
-es||||
-iam||||addSubUserToGroup/P,attachGroupPolicy/P,attachRolePolicy/P,attachSubUserPolicy/P,copyRole/P,createGroup/W,createPolicy/P,createRole/P,createSubUser/W,deleteGroup/W,deletePolicy/P,deleteRole/P,deleteSubUser/W,describeGroup/R,describeGroups/R,describeGroupSubUsers/R,describePolicies/R,describePolicy/R,describeRole/R,describeRoles/R,describeSubUser/R,describeSubUserGroups/R,describeSubUsers/R,detachGroupPolicy/P,detachRolePolicy/P,detachSubUserPolicy/P,modifySubUserPassword/W,queryDeletedSubUsers/R,removeSubUserFromGroup/P,restoreSubUser/W,updateAssumeRolePolicy/P,updateGroup/W,updatePolicy/P,updatePolicyDescription/P,updateSubUser/W
-jcq||||
-k8s||||
-lb||||
-logs||||
-mongodb||||
-monitor||||
-monitoring||||
-nativecontainer||||
-oss||||
-pod||||
-rds||||
-redis||||
-sts||||assumeRole/W
-vm||||
-vpc||||
-zfs||||
"""#

/// The services of Volcengine.
let volcengineActions: StaticString = #"""
-alb||||
-cdn||||
-cen||||
-clb||||
-cr||||
-dns||||
-ebs||||
-ecs||||
-eip||||
-iam||||AddSAMLProviderCertificate/W,AddUserToGroup/P,AttachPolicyInProject/P,AttachRolePolicy/P,AttachUserGroupPolicy/P,AttachUserPolicy/P,CreateAccessKey/W,CreateGroup/W,CreateLoginProfile/W,CreateOAuthProvider/W,CreateOIDCProvider/W,CreatePolicy/P,CreateProject/W,CreateRole/P,CreateSAMLProvider/W,CreateServiceLinkedRole/P,CreateUser/W,DeleteAccessKey/W,DeleteGroup/W,DeleteLoginProfile/W,DeleteOAuthProvider/W,DeleteOIDCProvider/W,DeletePolicy/P,DeleteProject/W,DeleteRole/P,DeleteSAMLProvider/W,DeleteServiceLinkedRole/P,DeleteUser/W,DetachPolicyInProject/P,DetachRolePolicy/P,DetachUserGroupPolicy/P,DetachUserPolicy/P,GetAccessKeyLastUsed/R,GetAccountSummary/R,GetAllowedIPAddresses/R,GetGroup/R,GetLoginProfile/R,GetOAuthProvider/R,GetOIDCProvider/R,GetPolicy/R,GetProject/R,GetRole/R,GetSAMLProvider/R,GetSecurityConfig/R,GetServiceLinkedRoleTemplate/R,GetUser/R,ListAccessKeys/L,ListAttachedRolePolicies/L,ListAttachedUserGroupPolicies/L,ListAttachedUserPolicies/L,ListEntitiesForPolicy/L,ListGroups/L,ListGroupsForUser/L,ListOIDCProviders/L,ListPolicies/L,ListProjectIdentities/L,ListProjects/L,ListRoles/L,ListSAMLProviderCertificates/L,ListSAMLProviders/L,ListTagsForResources/L,ListUsers/L,ListUsersForGroup/L,MoveProjectResource/W,RemoveSAMLProviderCertificate/W,RemoveUserFromGroup/P,SetSecurityConfig/W,TagResources/W,UntagResources/W,UpdateAccessKey/W,UpdateAllowedIPAddresses/W,UpdateGroup/W,UpdateLoginProfile/W,UpdateOAuthProvider/W,UpdateOIDCProvider/W,UpdatePolicy/P,UpdateProject/W,UpdateRole/P,UpdateSAMLProvider/W,UpdateUser/W
-kms||||
-nat||||
-rds_mysql||||
-redis||||
-sts||||AssumeRole/W,GetCallerIdentity/R
-tos||||
-vke||||
-vpc||||
-vpn||||
-waf||||
"""#
