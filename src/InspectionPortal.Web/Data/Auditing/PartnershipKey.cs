namespace InspectionPortal.Web.Data.Auditing;

/// <summary>The id that the audit has for a partnership itself, which has a number.</summary>
public static class PartnershipKey
{
    /// <summary>The partnership's number in the shape of an id.</summary>
    public static Guid Of(int id) => new(id, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}
