namespace InspectionPortal.Web.Features.Public;

/// <summary>Why a page cannot be published.</summary>
internal static class PublicPageMessages
{
    public const string NothingWritten = "There is nothing to publish yet. Write the page first.";

    public const string NoReport =
        "The page cannot be published yet. Its aims and figures come from the latest approved report of the plan, "
        + "and no report is approved.";

    public const string OtherReport =
        "A report was approved or withheld since you opened the preview. Check the page as it is now, then publish it.";

    public const string OtherDraft =
        "Someone changed the draft since you opened the preview. Check the page as it is now, then publish it.";
}
