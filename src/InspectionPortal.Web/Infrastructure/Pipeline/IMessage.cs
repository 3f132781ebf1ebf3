namespace InspectionPortal.Web.Infrastructure.Pipeline;

/// <summary>Anything that goes through the pipeline.</summary>
public interface IMessage;
