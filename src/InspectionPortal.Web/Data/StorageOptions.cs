namespace InspectionPortal.Web.Data;

/// <summary>How much a partnership may keep in files; set for the installation.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>Evidence and files that wait to be imported, together, in megabytes.</summary>
    public int MegabytesPerPartnership { get; set; } = 10_000;
}
