namespace InspectionPortal.Web.Features.Home;

/// <summary>A step of setting a partnership up.</summary>
/// <param name="Title">What to do.</param>
/// <param name="Why">What is there, or what is missing.</param>
/// <param name="Href">The first step of it.</param>
/// <param name="Button">What that step is called.</param>
/// <param name="IsDone">True where nothing is missing.</param>
public sealed record SetUpStep(string Title, string Why, string Href, string Button, bool IsDone);
