namespace InspectionPortal.Web.Infrastructure.PageCaching;

/// <summary>What is never kept with a page, because each response has its own.</summary>
public enum PageSecret
{
    /// <summary>The nonce of the content security policy.</summary>
    Nonce,

    /// <summary>The token that proves that a form came from this page.</summary>
    FormToken,
}
