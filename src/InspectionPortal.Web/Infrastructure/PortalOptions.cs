namespace InspectionPortal.Web.Infrastructure;

/// <summary>What an installation says about itself; section <c>Portal</c> of the configuration.</summary>
public sealed class PortalOptions
{
    public const string Section = "Portal";

    /// <summary>The address people open, such as <c>https://plans.example.gov.uk</c>. Every link in an e-mail starts with it.</summary>
    public string? PublicAddress { get; set; }

    /// <summary>Who helps people who cannot get in, such as "Digital services, Northshire Council".</summary>
    public string? SupportName { get; set; }

    /// <summary>The e-mail address of whoever helps.</summary>
    public string? SupportEmail { get; set; }

    /// <summary>The telephone number of whoever helps.</summary>
    public string? SupportPhone { get; set; }
}
