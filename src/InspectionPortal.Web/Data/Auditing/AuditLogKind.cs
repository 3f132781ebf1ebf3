namespace InspectionPortal.Web.Data.Auditing;

/// <summary>The logs of a partnership that share one chain. Stored by name.</summary>
public enum AuditLogKind
{
    /// <summary>Who changed what: <see cref="AuditEntry"/>.</summary>
    Audit,

    /// <summary>Who outside the partnership read what.</summary>
    Access,
}
