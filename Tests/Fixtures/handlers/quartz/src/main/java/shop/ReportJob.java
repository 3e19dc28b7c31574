package shop;

import org.quartz.Job;
import org.quartz.JobExecutionContext;

public class ReportJob implements Job {
  public void execute(JobExecutionContext context) {}
}
