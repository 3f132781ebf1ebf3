namespace InspectionPortal.Domain.People;

/// <summary>What a message needs. Each command and query declares exactly one; one that declares none cannot run.</summary>
public enum Permission
{
    // In a partnership.
    ReadPlan,
    EditPlan,
    WriteUpdates,
    AcceptUpdates,
    SubmitQuarter,
    ReadReports,
    ApproveQuarter,
    DelegateApproval,
    WithholdReports,
    ReadEvidence,
    AddEvidence,
    ReleaseEvidence,
    DestroyEvidence,
    ManagePeople,
    ReadAudit,
    TakeArchive,

    /// <summary>To ask a partnership about a recommendation. No role has it: a link officer may, where a grant opens the plan.</summary>
    AddScrutinyRequest,

    // On the platform.
    Anyone,
    SignedIn,
    AdministerPlatform,
    AdministerBody,
    ReadAcrossPartnerships,
}
