namespace InspectionPortal.Web.Data.Interceptors;

/// <summary>Who acts and through which command; filled in by the pipeline, read when changes are written down.</summary>
public sealed class ChangeOrigin
{
    public Guid? UserId { get; set; }

    public string Command { get; set; } = "Portal";

    /// <summary>The moment of the command's first change; all its entries carry it, so that they can be told from other commands.</summary>
    public DateTimeOffset? At { get; set; }

    /// <summary>One of the entries that the command wrote in the partnership's audit. It leads to all of them.</summary>
    public Guid? EntryId { get; set; }

    /// <summary>True once the command added a record that is never deleted, or told somebody, so that it cannot be undone.</summary>
    public bool IsFinal { get; set; }

    /// <summary>
    /// True while an archive is restored: its own audit says how its rows came about, and one entry says that they were restored. What
    /// belongs to the platform is written down as ever.
    /// </summary>
    public bool IsRestoring { get; set; }

    /// <summary>True once something was written down.</summary>
    public bool HasChanged { get; set; }
}
