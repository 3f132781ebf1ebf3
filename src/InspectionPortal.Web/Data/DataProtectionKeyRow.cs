namespace InspectionPortal.Web.Data;

/// <summary>A key of the cookie and form protection, shared by every node.</summary>
public sealed class DataProtectionKeyRow
{
    public int Id { get; set; }
    public string? FriendlyName { get; set; }
    public string? Xml { get; set; }
}
