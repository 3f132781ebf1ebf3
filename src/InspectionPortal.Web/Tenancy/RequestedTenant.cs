namespace InspectionPortal.Web.Tenancy;

/// <summary>The slug in the address, before anyone has asked whether it exists.</summary>
public sealed record RequestedTenant(string Slug);
