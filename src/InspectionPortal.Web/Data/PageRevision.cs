namespace InspectionPortal.Web.Data;

/// <summary>
/// When something last changed that pages of a partnership show. The database raises it by itself, in the transaction of each change.
/// </summary>
public sealed class PageRevision
{
    /// <summary>The id of what belongs to no partnership: accounts and scrutiny bodies.</summary>
    public const int PlatformId = 0;

    /// <summary>The partnership's id, or <see cref="PlatformId"/>.</summary>
    public int Id { get; set; }

    /// <summary>Microseconds since 1970 at the last change, or one more than before; it never falls.</summary>
    public long Revision { get; set; }
}
