namespace InspectionPortal.Domain.People;

/// <summary>Which role may do what.</summary>
public static class RolePermissions
{
    private static readonly Permission[] Reading = [Permission.ReadPlan, Permission.ReadReports, Permission.ReadEvidence];

    private static readonly Dictionary<PartnershipRole, HashSet<Permission>> Table = new()
    {
        [PartnershipRole.PartnershipLead] =
        [
            .. Reading, Permission.EditPlan, Permission.WriteUpdates, Permission.AcceptUpdates, Permission.SubmitQuarter,
            Permission.AddEvidence, Permission.ReleaseEvidence, Permission.DestroyEvidence, Permission.ManagePeople, Permission.ReadAudit,
            Permission.TakeArchive,
        ],
        [PartnershipRole.Contributor] = [.. Reading, Permission.WriteUpdates, Permission.AddEvidence],
        [PartnershipRole.ChiefOfficer] = [
            .. Reading, Permission.WriteUpdates, Permission.ApproveQuarter, Permission.DelegateApproval, Permission.WithholdReports,
            Permission.DestroyEvidence, Permission.ReadAudit,
        ],
        [PartnershipRole.Reader] = [.. Reading],
    };

    /// <summary>Permissions of one role.</summary>
    public static IReadOnlySet<Permission> Of(PartnershipRole role) => Table[role];

    /// <summary>
    /// What somebody may do beside their own roles while they are the delegate of a chief officer: decide on reports, and nothing else
    /// that chief officers may. They cannot name a delegate of their own.
    /// </summary>
    public static IReadOnlySet<Permission> OfDelegate { get; } = new HashSet<Permission> { Permission.ApproveQuarter };

    /// <summary>True for permissions that only make sense within a partnership.</summary>
    public static bool IsTenantPermission(Permission permission) => permission < Permission.Anyone;
}
